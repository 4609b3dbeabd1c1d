package io.httpcached.benchmark.application;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Returns a page that is serialized for each request. */
@Controller("/uncached")
final class UncachedController {

    private final Pages pages;

    UncachedController(Pages pages) {
        this.pages = pages;
    }

    @Get("/small")
    Page small() {
        return pages.small();
    }

    @Get("/medium")
    Page medium() {
        return pages.medium();
    }

    @Get("/large")
    Page large() {
        return pages.large();
    }

    /** Returns a page for a number, for comparison with the cached routes that have one entry per number. */
    @Get("/{size}/{id}")
    Page entry(String size, long id) {
        return Numbered.page(id, pages.of(size));
    }
}
