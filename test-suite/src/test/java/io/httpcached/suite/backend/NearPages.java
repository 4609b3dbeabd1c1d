package io.httpcached.suite.backend;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NearCopies;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages whose data all nodes of a test share, because they run in its JVM. */
@Controller("/near")
@Requires(property = "scenario", value = NearPages.SCENARIO)
class NearPages {

    static final String SCENARIO = "near-pages";

    private static final Map<Integer, AtomicInteger> VERSIONS = new ConcurrentHashMap<>();

    @Get("/{page}")
    @HttpCached(ttl = "1h", tags = "near:{page}")
    String show(int page) {
        return text(page);
    }

    @Put("/{page}")
    @HttpCacheInvalidate(tags = "near:{page}")
    String change(int page) {
        version(page).incrementAndGet();
        return text(page);
    }

    @Put("/softly/{page}")
    @HttpCacheInvalidate(tags = "near:{page}", soft = true)
    String changeSoftly(int page) {
        version(page).incrementAndGet();
        return text(page);
    }

    @Get("/far/{page}")
    @HttpCached(ttl = "1h", near = NearCopies.OFF)
    String far(int page) {
        return text(page);
    }

    @Get("/kept/{page}")
    @HttpCached(ttl = "1h", policy = "${kept-policy:}")
    String kept(int page) {
        return text(page);
    }

    @Get("/short/{page}")
    @HttpCached(ttl = "1s")
    String shortLived(int page) {
        return text(page);
    }

    /** Changes the data without an invalidation. */
    static void changeData(int page) {
        version(page).incrementAndGet();
    }

    static String text(int page) {
        return "page " + page + " version " + version(page).get();
    }

    private static AtomicInteger version(int page) {
        return VERSIONS.computeIfAbsent(page, unused -> new AtomicInteger());
    }
}
