package io.httpcached.suite.backend;

import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Pages whose bodies contain their number and version, so that a test detects a wrong or outdated page. */
@Controller("/versioned")
@Requires(property = "scenario", value = VersionedPages.SCENARIO)
class VersionedPages {

    static final String SCENARIO = "versioned-pages";
    static final int PAGES = 64;

    private static final String FILLER = "x".repeat(1000);

    private final AtomicIntegerArray versions = new AtomicIntegerArray(PAGES);

    /** A version of a page. */
    record Version(int page, int number) {

        static Version of(String body) {
            String[] words = body.split(" ", 5);
            return new Version(Integer.parseInt(words[1]), Integer.parseInt(words[3]));
        }
    }

    @Get("/{page}")
    @HttpCached(ttl = "1h")
    String show(int page) {
        return "page " + page + " version " + versions.get(page) + ' ' + FILLER;
    }

    /** Creates the next version of a page, and invalidates the stored responses of the page. */
    @Post("/{page}")
    @SuppressWarnings("httpcached:missing-invalidation")
    String change(int page) {
        return "page " + page + " version " + versions.incrementAndGet(page);
    }
}
