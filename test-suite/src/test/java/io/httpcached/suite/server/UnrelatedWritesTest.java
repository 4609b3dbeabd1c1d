package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that any number of writes to other data leaves the entries in memory alone. */
class UnrelatedWritesTest {

    /** One more than the number of tags whose invalidations the memory store remembers. */
    private static final int FLOOD = 100_001;

    private final TestServer server = TestServer.start("unrelated-writes");
    private final HttpCache cache = server.bean(HttpCache.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void pathOfNoCachedRouteInvalidatedOverAndOver() {
        assertKeeps(i -> cache.invalidatePath("/ping").join());
    }

    @Test
    void manyPathsOfNoCachedRoute() {
        assertKeeps(i -> cache.invalidatePath("/pings/" + i).join());
    }

    @Test
    void pathOfACachedRouteInvalidatedOverAndOver() {
        assertKeeps(i -> cache.invalidatePath("/shown/other").join());
        assertKeeps(i -> cache.softly().invalidatePath("/shown/other").join());
    }

    @Test
    void manyPathsOfACachedRoute() {
        assertKeeps(i -> cache.invalidatePath("/shown/" + i).join());
    }

    @Test
    void tagsInvalidatedOverAndOver() {
        assertKeeps(i -> cache.invalidateTags("one", "other").join());
    }

    @Test
    void manyTags() {
        assertKeeps(i -> cache.invalidateTags("tag:" + i).join());
        assertKeeps(i -> cache.softly().invalidateTags("tag:" + i).join());
    }

    @Test
    void invalidationAfterAFloodIsStillRemembered() {
        server.get("/shown/kept");
        cache.invalidatePath("/shown/kept").join();
        String old = server.get("/shown/kept").text();
        cache.invalidatePath("/shown/kept").join();
        IntStream.range(0, FLOOD).forEach(i -> cache.invalidateTags("tag:" + i).join());
        assertThat(server.get("/shown/kept").text()).isNotEqualTo(old);
    }

    /** The last request of each test is sent over a socket, and would be the one too many. */
    private void assertKeeps(IntConsumer write) {
        server.get("/shown/kept");
        assertThat(server.get("/shown/kept").isHit()).isTrue();
        IntStream.range(1, FLOOD).forEach(write);
        assertThat(server.send("POST", "/ping", "Content-Length: 0").status()).isEqualTo(200);
        assertThat(server.send("POST", "/shown/other", "Content-Length: 0").status())
                .isEqualTo(200);
        assertThat(server.get("/shown/kept").isHit()).isTrue();
    }

    @Controller
    @Requires(property = "scenario", value = "unrelated-writes")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/shown/{page}")
        @HttpCached(ttl = "1h", tags = "shown:{page}")
        String show(String page) {
            return page + ", run " + runs.incrementAndGet();
        }

        @Post("/shown/{page}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String change(String page) {
            return "changed";
        }

        @Post("/ping")
        String ping() {
            return "pong";
        }
    }
}
