package io.httpcached.benchmark.peers;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.List;

/**
 * Returns a list and the pages of items from cached routes. An update of an item invalidates its page and the list. It changes no
 * data, because {@code benchmarks/tail} measures the invalidation.
 */
@Controller("/items")
final class ItemController {

    private final Products products;

    ItemController(Products products) {
        this.products = products;
    }

    @Get
    @HttpCached(ttl = "1d", tags = "items")
    List<Product> list() {
        return products.medium();
    }

    @Get("/{id}")
    @HttpCached(ttl = "1d", tags = "item:{id}")
    List<Product> page(long id) {
        return products.medium();
    }

    @Put("/{id}")
    @HttpCacheInvalidate(tags = {"item:{id}", "items"})
    HttpResponse<Void> update(long id, @Body Product product) {
        return HttpResponse.noContent();
    }
}
