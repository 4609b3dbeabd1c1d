package io.httpcached.benchmark.peers;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;

/** Returns products from cached routes. The number in the path has no effect, but each number has its own entry. */
@Controller("/cached")
@HttpCached(ttl = "1d")
final class CachingController {

    private final Products products;

    CachingController(Products products) {
        this.products = products;
    }

    @Get("/medium/{id}")
    List<Product> medium(long id) {
        return products.medium();
    }

    @Get("/large/{id}")
    List<Product> large(long id) {
        return products.large();
    }
}
