package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests two nodes on one Redis of which one has {@code http-cache.enabled: false}: that one answers nothing from the cache and
 * stores nothing, but its invalidations reach the entries of the other.
 */
class SwitchedOffNodeTest {

    private final String prefix = "off-" + UUID.randomUUID() + ":";
    private final TestServer on = start();
    private final TestServer off = start("http-cache.enabled", "false");
    private final TestServer allOff = start("http-cache.enabled", "false", "http-cache.invalidation.enabled", "false");

    @AfterEach
    void stop() {
        on.close();
        off.close();
        allOff.close();
    }

    static Stream<Arguments> changes() {
        Consumer<TestServer> tags =
                node -> node.bean(HttpCache.class).invalidateTags("goods:7").join();
        Consumer<TestServer> path =
                node -> node.bean(HttpCache.class).invalidatePath("/goods/7").join();
        Consumer<TestServer> namespace =
                node -> node.bean(HttpCache.class).invalidateNamespace("shop").join();
        Consumer<TestServer> all = node -> node.bean(HttpCache.class).clear().join();
        Consumer<TestServer> annotation = node -> node.send("POST", "/goods/7/sold");
        Consumer<TestServer> unsafe = node -> node.send("PUT", "/goods/7");
        Consumer<TestServer> result = node -> node.send("DELETE", "/goods/of-namespace");
        return Stream.of(
                Arguments.of("unsafe request", unsafe),
                Arguments.of("annotation with a tag", annotation),
                Arguments.of("annotation with a namespace", result),
                Arguments.of("HttpCache.invalidateTags", tags),
                Arguments.of("HttpCache.invalidatePath", path),
                Arguments.of("HttpCache.invalidateNamespace", namespace),
                Arguments.of("HttpCache.clear", all));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void invalidatesTheEntriesOfTheOtherNode(String name, Consumer<TestServer> change) {
        String before = untilHit(on, "/goods/7").text();
        change.accept(off);
        assertThat(on.get("/goods/7").text()).isNotEqualTo(before);
    }

    @Test
    void softInvalidationsMarkTheEntriesOfTheOtherNodeStale() {
        untilHit(on, "/goods/7");
        off.send("POST", "/goods/7/counted");
        assertThat(on.get("/goods/7").header("Cache-Status")).contains("fwd=stale");
    }

    /** The route names a store that is not the default one. */
    @Test
    void invalidatesInEveryStoreThatARouteNames() {
        TestServer other = start("http-cache.backend", "memory");
        TestServer otherOff = start("http-cache.backend", "memory", "http-cache.enabled", "false");
        try (other;
                otherOff) {
            String before = untilHit(other, "/goods/elsewhere/7").text();
            otherOff.send("PUT", "/goods/elsewhere/7");
            assertThat(other.get("/goods/elsewhere/7").text()).isNotEqualTo(before);
        }
    }

    @Test
    void answersNothingFromTheCacheAndStoresNothing() {
        String stored = untilHit(on, "/goods/7").text();
        WireResponse first = off.get("/goods/7");
        WireResponse second = off.get("/goods/7");
        assertThat(List.of(first.text(), second.text(), stored)).doesNotHaveDuplicates();
        assertThat(second.header("Cache-Status")).isNull();
        assertThat(second.header("ETag")).isNull();
        assertThat(on.get("/goods/7").text()).isEqualTo(stored);
        off.get("/goods/8");
        assertThat(on.get("/goods/8").header("Cache-Status")).contains("fwd=miss");
    }

    @Test
    void aReadInvalidatesNothing() {
        String before = untilHit(on, "/goods/7").text();
        off.get("/goods/7");
        off.send("OPTIONS", "/goods/7");
        assertThat(on.get("/goods/7").text()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theSecondSwitchTurnsInvalidationsOffAsWell(String name, Consumer<TestServer> change) {
        String before = untilHit(on, "/goods/7").text();
        change.accept(allOff);
        assertThat(on.get("/goods/7").text()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/goods/7", "/goods/8"})
    void theReportSaysThatTheNodeIsSwitchedOff(String path) {
        assertThat(on.get("/httpcache").text()).contains("\"enabled\":true");
        assertThat(off.get("/httpcache").text()).contains("\"enabled\":false");
        assertThat(off.get("/httpcache/explain?uri=" + path).text()).contains("http-cache.enabled is false");
        assertThat(allOff.get("/httpcache").status()).isEqualTo(404);
    }

    @Test
    void theEndpointOfTheNodeInvalidates() {
        String before = untilHit(on, "/goods/7").text();
        assertThat(off.send("DELETE", "/httpcache?tag=goods:7").status()).isEqualTo(204);
        assertThat(on.get("/goods/7").text()).isNotEqualTo(before);
    }

    private static WireResponse untilHit(TestServer node, String target) {
        return Eventually.get(() -> node.get(target), WireResponse::isHit);
    }

    private TestServer start(Object... settings) {
        List<Object> all = new ArrayList<>(List.of(
                "http-cache.backend", "redis",
                "http-cache.backend-timeout", "10s",
                "http-cache.key-prefix", prefix,
                "http-cache.namespace", "shop",
                "endpoints.httpcache.sensitive", false));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> all.addAll(List.of(name, value)));
        all.addAll(List.of(settings));
        return TestServer.start("switched-off", all.toArray());
    }

    @Controller("/goods")
    @Requires(property = "scenario", value = "switched-off")
    static class Goods {

        private static final AtomicInteger RUNS = new AtomicInteger();

        @Get("/{id}")
        @HttpCached(ttl = "1h", tags = "goods:{id}")
        String show(int id) {
            return "goods " + id + ", run " + RUNS.incrementAndGet();
        }

        @Get("/elsewhere/{id}")
        @HttpCached(ttl = "1h", backend = "redis")
        String elsewhere(int id) {
            return "goods " + id + ", run " + RUNS.incrementAndGet();
        }

        @Put("/{id}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String change(int id) {
            return "changed " + id;
        }

        @Put("/elsewhere/{id}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String changeElsewhere(int id) {
            return "changed " + id;
        }

        @Post("/{id}/sold")
        @HttpCacheInvalidate(tags = "goods:{id}")
        String sell(int id) {
            return "sold " + id;
        }

        @Post("/{id}/counted")
        @HttpCacheInvalidate(tags = "goods:{id}", soft = true)
        String count(int id) {
            return "counted " + id;
        }

        @Delete("/of-namespace")
        @HttpCacheInvalidate(namespace = "shop")
        String remove() {
            return "removed";
        }
    }
}
