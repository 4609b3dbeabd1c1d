package io.httpcached.benchmark.application;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Has cached routes with so many entries that nearly every request is a miss, and routes whose responses are not stored. */
@Controller("/misses")
@HttpCached(ttl = "1d")
final class MissController {

    private final Pages pages;

    MissController(Pages pages) {
        this.pages = pages;
    }

    /** Returns a page for a number. The cache stores one entry for each number. */
    @Get("/stored/{size}/{id}")
    Page stored(String size, long id) {
        return Numbered.page(id, pages.of(size));
    }

    /** Returns a response that no shared cache may store. */
    @Get("/unstored/{size}/{id}")
    HttpResponse<Page> unstored(String size, long id) {
        return HttpResponse.ok(Numbered.page(id, pages.of(size))).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
