package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests an application that stops while its backend does not respond. */
class BackendShutdownTest {

    /** The store waits two seconds for its own connection, and Lettuce waits two more for the application's client. */
    private static final Duration BOUND = Duration.ofSeconds(8);

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final LogCapture log = new LogCapture();

    @AfterEach
    void stop() {
        log.close();
        redis.close();
    }

    @Test
    void applicationStopsWhileItsBackendHangs() {
        TestServer server = TestServer.start(
                VersionedPages.SCENARIO,
                "redis.uri",
                "redis://127.0.0.1:" + redis.port(),
                "http-cache.backend",
                "redis",
                "http-cache.redis.command-timeout",
                "60s");
        Eventually.get(() -> server.get("/versioned/1"), WireResponse::isHit);
        redis.halt();
        assertThat(server.get("/versioned/1").isHit()).isFalse();
        assertThat(server.send("POST", "/versioned/1").status()).isEqualTo(200);
        assertTimeoutPreemptively(BOUND, server::close);
        assertThat(log.backendLines())
                .last()
                .asString()
                .isEqualTo("Backend redis did not confirm the invalidation of 1 tags, which is given up."
                        + " It may serve outdated entries.");
    }
}
