package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that the memory store stays within its limit for any number of different requests. */
class FloodTest {

    private static final int THOUSANDS = 2_000;
    private static final int HUNDREDS = 600;
    private static final int MAXIMUM_BYTES = 256 * 1024;
    private static final int BODY_BYTES = 1_000;

    private final TestServer server = TestServer.start("flood", "http-cache.memory.maximum-size", "256KB");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void undeclaredParametersCreateNoEntries() {
        for (int i = 0; i < THOUSANDS; i++) {
            server.get("/flood/declared?q=same&utm=" + i);
        }
        assertThat(server.bean(Flooded.class).runs).hasValue(1);
    }

    @Test
    void entriesOfDeclaredParametersEvictEachOther() {
        flood(THOUSANDS, i -> "/flood/declared?q=" + i, i -> "X-Nothing: ");
    }

    @Test
    void longKeysCountTowardsTheLimit() {
        String padding = "p".repeat(2_000);
        int kept = flood(HUNDREDS, i -> "/flood/paths/" + padding + i, i -> "X-Nothing: ");
        // The path is part of the key and of the tag for invalidations by path.
        assertThat(kept * (2 * padding.length() + BODY_BYTES)).isLessThanOrEqualTo(MAXIMUM_BYTES);
    }

    @Test
    void variantsEvictEachOther() {
        flood(HUNDREDS, i -> "/flood/varying", i -> "X-Tenant: " + i);
    }

    /** Asserts that some entries are kept but no more than fit, and returns their number. */
    private int flood(int requests, IntFunction<String> target, IntFunction<String> line) {
        for (int i = 0; i < requests; i++) {
            WireResponse response = server.get(target.apply(i), line.apply(i));
            assertThat(response.status()).isEqualTo(200);
        }
        int kept = 0;
        for (int i = 0; i < requests; i++) {
            boolean stored = server.get(target.apply(i), line.apply(i), "Cache-Control: only-if-cached")
                            .status()
                    == 200;
            kept += stored ? 1 : 0;
        }
        assertThat(kept).isPositive();
        assertThat(kept * BODY_BYTES).isLessThanOrEqualTo(MAXIMUM_BYTES);
        return kept;
    }

    @Controller("/flood")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "flood")
    @SuppressWarnings("httpcached:unbounded-query")
    static class Flooded {

        final AtomicInteger runs = new AtomicInteger();

        private String body() {
            runs.incrementAndGet();
            return "x".repeat(BODY_BYTES);
        }

        @Get("/declared{?q}")
        String declared(@Nullable String q) {
            return body();
        }

        @Get("/paths/{path}")
        String path(String path) {
            return body();
        }

        @Get("/varying")
        HttpResponse<String> varying() {
            return HttpResponse.ok(body()).header("Vary", "X-Tenant");
        }
    }
}
