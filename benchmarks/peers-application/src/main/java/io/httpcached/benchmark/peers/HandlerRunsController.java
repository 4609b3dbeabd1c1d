package io.httpcached.benchmark.peers;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Reports the number of handler runs, which shows whether a cache answered the requests. */
@Controller("/handler-runs")
final class HandlerRunsController {

    private final Products products;

    HandlerRunsController(Products products) {
        this.products = products;
    }

    @Get
    HttpResponse<Long> count() {
        return HttpResponse.ok(products.calls()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
