package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.VersionSource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests revalidation through a version source, without a handler run. */
class VersionSourceTest {

    private final TestServer server = TestServer.start("versions");
    private final Documents documents = server.bean(Documents.class);
    private final Versions versions = server.bean(Versions.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void currentVersionFreshensAStaleEntryWithoutTheHandler() {
        WireResponse first = server.get("/documents/7");
        server.advance(Duration.ofMinutes(2));
        WireResponse again = server.get("/documents/7");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo("document 7, run 1");
        assertThat(again.cacheStatus()).startsWith("fwd=stale; fwd-status=304; stored");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(server.get("/documents/7").isHit()).isTrue();
        assertThat(documents.runs).hasValue(1);
    }

    @Test
    void handlerRunsIfTheVersionHasChanged() {
        WireResponse first = server.get("/documents/7");
        server.advance(Duration.ofMinutes(2));
        versions.now = Optional.of("2");
        WireResponse again = server.get("/documents/7");
        assertThat(again.text()).isEqualTo("document 7, run 2");
        assertThat(again.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void returns304ForTheCurrentVersionEvenIfTheCacheIsEmpty() {
        String tag = server.get("/documents/7").header("ETag");
        try (TestServer restarted = TestServer.start("versions")) {
            WireResponse unchanged = restarted.get("/documents/7", "If-None-Match: " + tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
            assertThat(restarted.bean(Documents.class).runs).hasValue(0);
            assertThat(restarted.get("/documents/7").text()).isEqualTo("document 7, run 1");
        }
    }

    @Test
    void eachRepresentationOfAVersionHasItsOwnEtag() {
        assertThat(server.get("/documents/7").header("ETag"))
                .isNotEqualTo(server.get("/documents/8").header("ETag"));
    }

    @Test
    void backgroundRefreshUsesTheVersionSource() {
        server.get("/documents/refreshed");
        server.advance(Duration.ofSeconds(90));
        int asked = versions.asked.get();
        assertThat(server.get("/documents/refreshed").cacheStatus()).isEqualTo("hit; ttl=-30");
        Conditions.await(() -> versions.asked.get() > asked
                && server.get("/documents/refreshed").cacheStatus().equals("hit; ttl=60"));
        assertThat(documents.runs).hasValue(1);
    }

    @Test
    void handlerRunsIfTheVersionIsUnknownOrTheSourceFails() {
        versions.now = Optional.empty();
        assertThat(server.get("/documents/7").text()).isEqualTo("document 7, run 1");
        server.advance(Duration.ofMinutes(2));
        versions.failing = true;
        assertThat(server.get("/documents/7").text()).isEqualTo("document 7, run 2");
    }

    @Controller("/documents")
    @HttpCached(ttl = "1m", version = Versions.class)
    @Requires(property = "scenario", value = "versions")
    static class Documents {

        final AtomicInteger runs = new AtomicInteger();

        @Get("/{id}")
        String show(long id) {
            return "document " + id + ", run " + runs.incrementAndGet();
        }

        @Get("/refreshed")
        @HttpCached(staleWhileRevalidate = "10m")
        String refreshed() {
            return "run " + runs.incrementAndGet();
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "versions")
    static final class Versions implements VersionSource {

        final AtomicInteger asked = new AtomicInteger();
        volatile Optional<String> now = Optional.of("1");
        volatile boolean failing;

        @Override
        public CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> variables) {
            asked.incrementAndGet();
            if (failing) {
                throw new IllegalStateException("no connection");
            }
            return CompletableFuture.completedFuture(now);
        }
    }
}
