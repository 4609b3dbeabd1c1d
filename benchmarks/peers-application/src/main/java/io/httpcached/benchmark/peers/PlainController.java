package io.httpcached.benchmark.peers;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;

/**
 * Returns products without a cache of its own. The responses have a freshness lifetime and an entity tag, so that a proxy
 * stores them and answers conditional requests. The number in the path has no effect.
 */
@Controller("/plain")
final class PlainController {

    private final Products products;

    PlainController(Products products) {
        this.products = products;
    }

    @Get("/medium/{id}")
    HttpResponse<List<Product>> medium(long id) {
        return cacheable(products.medium());
    }

    @Get("/large/{id}")
    HttpResponse<List<Product>> large(long id) {
        return cacheable(products.large());
    }

    private static HttpResponse<List<Product>> cacheable(List<Product> body) {
        return HttpResponse.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "max-age=86400")
                .header(HttpHeaders.ETAG, "\"1\"");
    }
}
