package io.httpcached.benchmark.application;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Returns a page from a method that micronaut-cache caches. The page is serialized for each request. */
@Controller("/cacheable")
final class CacheableController {

    private final CacheablePages pages;

    CacheableController(CacheablePages pages) {
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
