package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Tests that server and cache ask the compression strategy of an application. */
class CompressionStrategyTest {

    private static final String TEXT = "x".repeat(10);

    private final TestServer server = TestServer.start("compression-strategy");
    private final List<String> asked = server.bean(Recording.class).asked;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void serverAsksTheStrategyAboutOtherResponses() {
        WireResponse response = server.get("/strategy/uncached", "Accept-Encoding: gzip");
        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(asked).containsExactly("text/plain 10");
    }

    @Test
    void serverAsksTheStrategyAboutStreams() {
        WireResponse response = server.get("/strategy/stream", "Accept-Encoding: gzip");
        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(asked).containsExactly("text/plain null");
    }

    @Test
    void hitHasTheFormThatTheStrategyMadeWorthwhile() {
        server.get("/strategy/cached");
        WireResponse plain = server.get("/strategy/cached");
        WireResponse gzip = server.get("/strategy/cached", "Accept-Encoding: gzip");
        assertThat(plain.isHit()).isTrue();
        assertThat(plain.text()).isEqualTo(TEXT);
        assertThat(gzip.isHit()).isTrue();
        assertThat(gzip.headers("Content-Encoding")).containsExactly("gzip");
        assertThat(asked).contains("text/plain 10");
    }

    /** Compresses every body, and records the media type and the length. */
    @Singleton
    @Replaces(DefaultHttpCompressionStrategy.class)
    @Requires(property = "scenario", value = "compression-strategy")
    static class Recording implements HttpCompressionStrategy {

        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public boolean shouldCompress(HttpResponse response) {
            asked.add(response.headers().get("Content-Type") + " "
                    + response.headers().get("Content-Length"));
            return true;
        }

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public int getMaxZstdEncodeSize() {
            return 1_000_000;
        }
    }

    @Controller("/strategy")
    @Produces(MediaType.TEXT_PLAIN)
    @Requires(property = "scenario", value = "compression-strategy")
    static class Texts {

        @Get("/uncached")
        String uncached() {
            return TEXT;
        }

        @Get("/stream")
        Publisher<String> stream() {
            return Flux.just(TEXT, TEXT);
        }

        @Get("/cached")
        @HttpCached(ttl = "1m")
        String cached() {
            return TEXT;
        }
    }
}
