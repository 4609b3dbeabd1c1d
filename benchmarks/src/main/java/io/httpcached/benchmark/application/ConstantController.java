package io.httpcached.benchmark.application;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;

/** Returns bytes that exist before the request, which is the lower bound for the cost of a controller. */
@Controller("/constant")
final class ConstantController {

    private final byte[] small;
    private final byte[] medium;
    private final byte[] large;
    private final byte[] entry;

    ConstantController(Pages pages) throws IOException {
        this.small = pages.bytes(pages.small());
        this.medium = pages.bytes(pages.medium());
        this.large = pages.bytes(pages.large());
        this.entry = pages.bytes(pages.small());
    }

    @Get("/small")
    byte[] small() {
        return small;
    }

    @Get("/medium")
    byte[] medium() {
        return medium;
    }

    @Get("/large")
    byte[] large() {
        return large;
    }

    /** Returns constant bytes for a number, for comparison with the cached route that has one entry per number. */
    @Get("/entries/{id}")
    byte[] entry(long id) {
        return Numbered.same(id, entry);
    }
}
