package io.httpcached.benchmark.application;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Has cached routes. It counts its handler runs, which proves that the benchmark measured hits. */
@Controller("/cached")
@HttpCached(ttl = "1d")
final class HitController {

    private final Pages pages;
    private final HandlerRuns runs;

    HitController(Pages pages, HandlerRuns runs) {
        this.pages = pages;
        this.runs = runs;
    }

    @Get("/small")
    Page small() {
        runs.increment();
        return pages.small();
    }

    @Get("/medium")
    Page medium() {
        runs.increment();
        return pages.medium();
    }

    @Get("/large")
    Page large() {
        runs.increment();
        return pages.large();
    }

    /** Returns a page for a number. The cache stores one entry for each number. */
    @Get("/entries/{id}")
    Page entry(long id) {
        runs.increment();
        return Numbered.page(id, pages.small());
    }
}
