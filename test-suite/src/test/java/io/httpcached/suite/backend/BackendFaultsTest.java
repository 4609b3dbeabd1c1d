package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.VersionedPages.Version;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the responses to clients while a backend fails, and the time until it is used again. */
class BackendFaultsTest {

    private static final Duration BACKEND_TIMEOUT = Duration.ofMillis(100);

    /**
     * The time that a request may take beyond the backend timeout, including its handler, which takes no time. On an
     * idle machine it takes a few milliseconds; on a busy one, threads have waited for half a second.
     */
    private static final Duration MARGIN = Duration.ofMillis(1_500);

    private static final Duration SECONDS = Duration.ofSeconds(8);
    private static final int REQUESTS = 12;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay network = Relay.to(redis.server());
    private final TestServer server = TestServer.start(
            VersionedPages.SCENARIO,
            "redis.uri",
            "redis://127.0.0.1:" + network.port(),
            "http-cache.backend",
            "redis",
            "http-cache.backend-timeout",
            BACKEND_TIMEOUT.toMillis() + "ms",
            // This timeout is far above the margin, so a request that meets its bound does so without it.
            "http-cache.redis.command-timeout",
            "30s");

    @AfterEach
    void stop() {
        network.close();
        redis.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void faultCostsAtMostTheBackendTimeoutAndHealsByItself(Fault fault) {
        awaitHit(1, 0);
        awaitHit(2, 0);
        network.begin(fault);
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(get(1, 0).cacheStatus()).startsWith("fwd=miss; ").contains("detail=\"backend unavailable\"");
        }
        post(2);
        assertThat(get(2, 1).cacheStatus()).startsWith("fwd=miss; ");
        network.end();
        long healed = System.nanoTime();
        awaitHit(1, 0);
        awaitHit(2, 1);
        assertThat(since(healed)).isLessThan(SECONDS);
    }

    @Test
    void fullServerStillServesItsEntries() {
        awaitHit(1, 0);
        RedisServers.tell(redis.server(), commands -> commands.configSet("maxmemory", "1"));
        for (int page = 10; page < 10 + REQUESTS; page++) {
            assertThat(get(page, 0).cacheStatus()).startsWith("fwd=miss; ").contains("detail=");
        }
        assertThat(get(1, 0).isHit()).isTrue();
        post(1);
        assertThat(get(1, 1).isHit()).isFalse();
        RedisServers.tell(redis.server(), commands -> commands.configSet("maxmemory", "0"));
        awaitHit(1, 1);
        awaitHit(10, 0);
    }

    @Test
    void readOnlyServerServesNoEntryThatItCouldNotInvalidate() {
        awaitHit(1, 0);
        awaitHit(2, 0);
        RedisServers.tell(redis.server(), commands -> commands.replicaof("127.0.0.1", FreePort.next()));
        for (int page = 10; page < 10 + REQUESTS; page++) {
            assertThat(get(page, 0).cacheStatus()).startsWith("fwd=miss; ").contains("detail=");
        }
        assertThat(get(1, 0).isHit()).isTrue();
        post(2);
        assertThat(get(2, 1).cacheStatus()).startsWith("fwd=miss; ").contains("detail=\"invalidation unconfirmed\"");
        RedisServers.tell(redis.server(), commands -> commands.replicaofNoOne());
        awaitHit(1, 0);
        awaitHit(2, 1);
        awaitHit(10, 0);
    }

    @Test
    void pausedServerDelaysRequestsByAtMostTheBackendTimeout() {
        awaitHit(1, 0);
        RedisServers.tell(redis.server(), commands -> commands.clientPause(2_000));
        assertThat(get(1, 0).cacheStatus()).contains("detail=\"backend unavailable\"");
        post(1);
        awaitHit(1, 1);
    }

    private WireResponse get(int page, int version) {
        long before = System.nanoTime();
        WireResponse answer = server.get("/versioned/" + page);
        assertThat(since(before)).isLessThan(BACKEND_TIMEOUT.plus(MARGIN));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Version.of(answer.text())).isEqualTo(new Version(page, version));
        return answer;
    }

    private void post(int page) {
        long before = System.nanoTime();
        assertThat(server.send("POST", "/versioned/" + page).status()).isEqualTo(200);
        assertThat(since(before)).isLessThan(BACKEND_TIMEOUT.plus(MARGIN));
    }

    private void awaitHit(int page, int version) {
        Eventually.get(() -> get(page, version), WireResponse::isHit);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
