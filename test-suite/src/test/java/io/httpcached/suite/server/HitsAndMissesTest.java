package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HitsAndMissesTest {

    private final TestServer server = TestServer.start("hits-and-misses");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void secondRequestIsAHit() {
        WireResponse miss = server.get("/numbers/7");
        assertThat(miss.status()).isEqualTo(200);
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
        assertThat(miss.header("Cache-Control")).isEqualTo("max-age=600");
        assertThat(miss.header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");

        server.advance(Duration.ofSeconds(30));
        WireResponse hit = server.get("/numbers/7");
        assertThat(hit.cacheStatus()).isEqualTo("hit; ttl=570");
        assertThat(hit.header("Age")).isEqualTo("30");
        assertThat(hit.header("Cache-Control")).isEqualTo("max-age=600");
        assertThat(hit.header("Date")).isEqualTo(miss.header("Date"));
        assertThat(hit.header("ETag")).isEqualTo(miss.header("ETag"));
        assertThat(hit.header("Content-Type")).isEqualTo("application/json");
        assertThat(hit.text()).isEqualTo(miss.text()).isEqualTo("{\"n\":7,\"run\":1}");
        assertThat(server.bean(Numbers.class).runs.get()).isEqualTo(1);
    }

    @Test
    void returns304ForMatchingEtag() {
        String etag = server.get("/numbers/7").header("ETag");
        WireResponse notModified = server.get("/numbers/7", "If-None-Match: " + etag);
        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.body()).isEmpty();
        assertThat(notModified.header("ETag")).isEqualTo(etag);
        assertThat(notModified.header("Cache-Control")).isEqualTo("max-age=600");
        assertThat(notModified.header("Age")).isEqualTo("0");
        assertThat(notModified.cacheStatus()).isEqualTo("hit; ttl=600");
    }

    @Test
    void entryExpiresAfterItsLifetime() {
        server.get("/numbers/7");
        server.advance(Duration.ofSeconds(601));
        WireResponse again = server.get("/numbers/7");
        assertThat(again.cacheStatus()).startsWith("fwd=stale; fwd-status=200; stored");
        assertThat(again.text()).isEqualTo("{\"n\":7,\"run\":2}");
    }

    @Test
    void headIsAnsweredFromTheStoredResponseToGet() {
        WireResponse get = server.get("/numbers/7");
        WireResponse head = server.head("/numbers/7");
        assertThat(head.isHit()).isTrue();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(server.bean(Numbers.class).runs.get()).isEqualTo(1);
    }

    @Test
    void differentPathsHaveDifferentEntries() {
        assertThat(server.get("/numbers/7").text()).contains("\"n\":7");
        assertThat(server.get("/numbers/8").text()).contains("\"n\":8");
    }

    @Controller("/numbers")
    @Requires(property = "scenario", value = "hits-and-misses")
    static class Numbers {

        final AtomicInteger runs = new AtomicInteger();

        @Serdeable
        record Counted(long n, int run) {}

        @Get("/{n}")
        @HttpCached(ttl = "10m")
        Counted show(long n) {
            return new Counted(n, runs.incrementAndGet());
        }
    }
}
