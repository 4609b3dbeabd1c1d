package io.httpcached.benchmark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.httpcached.benchmark.application.HandlerRuns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RouteExchangeTest {

    private static final InProcessServer SERVER = InProcessServer.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({"SMALL, 200", "MEDIUM, 1700", "LARGE, 200000"})
    void bodiesHaveTheirStatedSize(Body body, int bytes) {
        Reply reply = SERVER.read(Requests.get(Kind.CONSTANT.target(body)));
        assertThat(reply.body().length()).isCloseTo(bytes, within(bytes / 20));
        assertThat(reply.field("Content-Length"))
                .isEqualTo(Integer.toString(reply.body().length()));
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void allRoutesOfASizeReturnTheSameBody(Body body) {
        String constant = SERVER.read(Requests.get(Kind.CONSTANT.target(body))).body();
        for (Kind kind : new Kind[] {Kind.HIT, Kind.UNCACHED, Kind.CACHEABLE}) {
            Reply reply = SERVER.read(Requests.get(kind.target(body)));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(constant);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void acceptsTheResponseOfItsRoute(Kind kind) {
        try (RouteExchange exchange = RouteExchange.start(kind, Body.SMALL)) {
            assertThat(exchange.run()).isPositive();
            assertThatCode(exchange::check).doesNotThrowAnyException();
        }
    }

    @Test
    void hitIsAHitAndNotModifiedHasNoBody() {
        try (RouteExchange hit = RouteExchange.start(Kind.HIT, Body.MEDIUM);
                RouteExchange notModified = RouteExchange.start(Kind.NOT_MODIFIED, Body.MEDIUM)) {
            assertThat(hit.read().field("Cache-Status")).startsWith("HttpCached; hit");
            assertThat(notModified.read().head()).startsWith("HTTP/1.1 304");
            assertThat(notModified.read().body()).isEmpty();
        }
    }

    @Test
    void rejectsAnUnexpectedStatus() {
        assertThatThrownBy(() -> SERVER.exchange(Requests.get("/nowhere"), 200))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected 200, received 404");
    }

    @Test
    void storesOneEntryForEachNumber() {
        try (NumberedExchange exchange = new NumberedExchange("/cached/entries/", 10)) {
            exchange.requestAll();
            assertThat(exchange.handlerRuns()).isEqualTo(10);
            exchange.requestAll();
            assertThat(exchange.handlerRuns()).isEqualTo(10);
        }
    }

    @Test
    void countsHandlerRunsBehindTheResponseCache() {
        long before = SERVER.bean(HandlerRuns.class).count();
        SERVER.read(Requests.get("/cached/entries/5"));
        SERVER.read(Requests.get("/cached/entries/5"));
        assertThat(SERVER.bean(HandlerRuns.class).count()).isEqualTo(before + 1);
    }
}
