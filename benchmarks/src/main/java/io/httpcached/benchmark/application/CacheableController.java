package io.httpcached.benchmark.application;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Takes its page from a method that micronaut-cache remembers; the page is serialised for each request. */
@Controller("/cacheable")
final class CacheableController {

    private final RememberedPages pages;

    CacheableController(RememberedPages pages) {
        this.pages = pages;
    }

    @Get("/small")
    Page small() {
        return pages.named("small");
    }

    @Get("/medium")
    Page medium() {
        return pages.named("medium");
    }

    @Get("/large")
    Page large() {
        return pages.named("large");
    }
}
