package io.httpcached.suite.backend;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.atomic.AtomicInteger;

/** A page with a version, which is data that all nodes in this JVM share. */
@Controller("/replicated")
@Requires(property = "scenario", value = ReplicaPages.SCENARIO)
class ReplicaPages {

    static final String SCENARIO = "replicated-pages";

    private static final AtomicInteger VERSION = new AtomicInteger();

    static String current() {
        return "version " + VERSION.get();
    }

    @Get
    @HttpCached(ttl = "1h", tags = "replicated")
    String show() {
        return current();
    }

    @Get("/other")
    @HttpCached(ttl = "1h")
    String other() {
        return "other";
    }

    @Post
    @HttpCacheInvalidate(tags = "replicated")
    String change() {
        return "version " + VERSION.incrementAndGet();
    }

    @Post("/soft")
    @HttpCacheInvalidate(tags = "replicated", soft = true)
    String changeSoftly() {
        return "version " + VERSION.incrementAndGet();
    }
}
