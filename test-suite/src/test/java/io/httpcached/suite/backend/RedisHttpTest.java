package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests cached routes over Redis with requests over a socket. */
class RedisHttpTest {

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final List<TestServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(TestServer::close);
        redis.close();
    }

    @Test
    void secondRequestIsAHitFromRedis() {
        TestServer server = withLongTimeouts();
        WireResponse miss = server.get("/pages/1");
        assertThat(miss.status()).isEqualTo(200);
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");

        server.advance(Duration.ofSeconds(30));
        WireResponse hit = untilHit(server, "/pages/1");
        assertThat(hit.text()).isEqualTo("page 1, run 1");
        assertThat(hit.header("ETag")).isEqualTo(miss.header("ETag")).isNotNull();
        assertThat(hit.header("Date")).isEqualTo(miss.header("Date"));
        assertThat(hit.header("Age")).isEqualTo("30");
        assertThat(hit.cacheStatus()).isEqualTo("hit; ttl=570");
    }

    @Test
    void hitTakesOneRoundTrip() {
        TestServer server = withLongTimeouts();
        server.get("/pages/tagged/1");
        untilHit(server, "/pages/tagged/1");
        List<String> commands = RedisServers.commandsDuring(
                redis.server(),
                () -> assertThat(server.get("/pages/tagged/1").isHit()).isTrue());
        assertThat(commands).containsExactly("mget");
    }

    @Test
    void unsafeRequestWithoutCachedPathsSendsNoCommand() {
        TestServer server = withLongTimeouts();
        server.get("/pages/1");
        untilHit(server, "/pages/1");
        List<String> commands = RedisServers.commandsDuring(redis.server(), () -> {
            assertThat(server.send("POST", "/uncached/ping").status()).isEqualTo(200);
            assertThat(server.send("POST", "/uncached/7/located").header("Location"))
                    .isEqualTo("/uncached/8");
            server.bean(HttpCache.class).invalidatePath("/uncached/ping").join();
        });
        assertThat(commands).isEmpty();
    }

    @Test
    void unsafeRequestTakesTwoRoundTrips() {
        TestServer server = withLongTimeouts();
        server.get("/pages/1");
        untilHit(server, "/pages/1");
        List<String> commands = RedisServers.commandsDuring(redis.server(), () -> server.send("POST", "/pages/1"));
        // A script increments the position of the log.
        assertThat(commands).containsExactlyInAnyOrder("eval", "get", "set", "set", "unlink");
    }

    @Test
    void fullServerIsStillInvalidated() {
        TestServer one = withLongTimeouts();
        TestServer other = withLongTimeouts();
        one.get("/pages/1");
        untilHit(other, "/pages/1");
        RedisServers.tell(redis.server(), commands -> commands.configSet("maxmemory", "1"));
        assertThat(one.send("POST", "/pages/1").status()).isEqualTo(200);
        assertThat(other.get("/pages/1").isHit()).isFalse();
        RedisServers.tell(redis.server(), commands -> commands.configSet("maxmemory", "0"));
        assertThat(one.get("/pages/1").text()).isEqualTo("page 1, run 2");
    }

    @Test
    void returns304ForMatchingEtag() {
        TestServer server = withLongTimeouts();
        String etag = server.get("/pages/1").header("ETag");
        untilHit(server, "/pages/1");
        WireResponse notModified = server.get("/pages/1", "If-None-Match: " + etag);
        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.body()).isEmpty();
        assertThat(notModified.header("ETag")).isEqualTo(etag);
    }

    @Test
    void unsafeRequestInvalidatesForAllNodes() {
        TestServer one = withLongTimeouts();
        TestServer other = withLongTimeouts();
        one.get("/pages/1");
        assertThat(untilHit(other, "/pages/1").text()).isEqualTo("page 1, run 1");
        assertThat(other.send("POST", "/pages/1").status()).isEqualTo(200);
        assertThat(one.get("/pages/1").cacheStatus()).startsWith("fwd=miss");
    }

    @Test
    void entriesSurviveARestartOfTheApplication() {
        withLongTimeouts().get("/pages/1");
        untilHit(servers.get(0), "/pages/1");
        servers.remove(0).close();
        assertThat(untilHit(withLongTimeouts(), "/pages/1").text()).isEqualTo("page 1, run 1");
    }

    @Test
    void clientsReceiveTheRuleOfTheNodeThatServesTheEntry() {
        TestServer earlier = start(
                "http-cache.backend", "redis", "http-cache.backend-timeout", "10s", "http-cache.client-ttl", "10m");
        assertThat(earlier.get("/pages/tagged/1").header("Cache-Control")).isEqualTo("max-age=600");
        TestServer current = withLongTimeouts();
        assertThat(untilHit(current, "/pages/tagged/1").header("Cache-Control")).isEqualTo("no-cache");
        current.advance(Duration.ofMinutes(9));
        assertThat(current.get("/pages/tagged/1").isHit()).isTrue();
    }

    @Test
    void routesCanUseDifferentBackends() {
        TestServer server = start("http-cache.backend-timeout", "10s", "http-cache.backend", "memory");
        server.get("/pages/1");
        assertThat(server.get("/pages/1").isHit()).isTrue();
        assertThat(RedisServers.keys(redis.server())).isZero();
        server.get("/pages/shared/1");
        untilHit(server, "/pages/shared/1");
        assertThat(RedisServers.keys(redis.server())).isPositive();
        redis.kill();
        assertThat(server.get("/pages/1").isHit()).isTrue();
        assertThat(server.get("/pages/shared/1").text()).isEqualTo("shared page 1, run 3");
    }

    @Test
    void handlerAnswersWhileRedisIsDown() {
        redis.kill();
        TestServer server = start("http-cache.backend", "redis");
        for (int run = 1; run <= 20; run++) {
            WireResponse answer = server.get("/pages/1");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("page 1, run " + run);
            assertThat(answer.cacheStatus()).startsWith("fwd=miss; ").contains("detail=\"backend unavailable\"");
        }
    }

    @Test
    void handlerAnswersWithinTheBackendTimeoutWhileRedisHangs() {
        TestServer server = withLongTimeouts();
        server.get("/pages/1");
        untilHit(server, "/pages/1");
        redis.halt();
        TestServer hurried = start("http-cache.backend", "redis");
        for (int run = 1; run <= 20; run++) {
            long before = System.nanoTime();
            WireResponse answer = hurried.get("/pages/1");
            assertThat(answer.text()).isEqualTo("page 1, run " + run);
            assertThat(answer.cacheStatus()).contains("detail=\"backend unavailable\"");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        }
        redis.proceed();
    }

    @Test
    void cacheRecoversSoonAfterRedis() {
        TestServer server = withLongTimeouts();
        server.get("/pages/1");
        untilHit(server, "/pages/1");
        redis.kill();
        assertThat(server.get("/pages/1").text()).isEqualTo("page 1, run 2");
        redis.restart();
        Eventually.get(() -> server.get("/pages/1"), WireResponse::isHit);
    }

    /** Starts an application with long timeouts for Redis, because the machine may be busy. */
    private TestServer withLongTimeouts() {
        return start("http-cache.backend", "redis", "http-cache.backend-timeout", "10s");
    }

    private TestServer start(Object... settings) {
        List<Object> all = new ArrayList<>(List.of("redis.uri", "redis://127.0.0.1:" + redis.port()));
        all.addAll(List.of("http-cache.key-prefix", "redis-http:"));
        all.addAll(List.of(settings));
        TestServer server = TestServer.start("redis-http", all.toArray());
        servers.add(server);
        return server;
    }

    /** Waits for a hit, because the cache sends the first response before it stores it. */
    private static WireResponse untilHit(TestServer server, String target) {
        return Eventually.get(() -> server.get(target, "Cache-Control: only-if-cached"), WireResponse::isHit);
    }

    @Controller("/uncached")
    @Requires(property = "scenario", value = "redis-http")
    static class Uncached {

        @Post("/ping")
        String ping() {
            return "pong";
        }

        @Post("/{n}/located")
        HttpResponse<String> locate(int n) {
            return HttpResponse.<String>ok("located").header("Location", "/uncached/" + (n + 1));
        }
    }

    @Controller("/pages")
    @Requires(property = "scenario", value = "redis-http")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/{n}")
        @HttpCached(ttl = "10m")
        String show(int n) {
            return "page " + n + ", run " + runs.incrementAndGet();
        }

        @Get("/tagged/{n}")
        @HttpCached(
                ttl = "10m",
                tags = {"page:{n}", "pages"})
        String tagged(int n) {
            return "tagged page " + n;
        }

        @Post("/{n}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String change(int n) {
            return "changed " + n;
        }

        @Get("/shared/{n}")
        @HttpCached(ttl = "10m", backend = "redis")
        String shared(int n) {
            return "shared page " + n + ", run " + runs.incrementAndGet();
        }
    }
}
