package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tests a backend that is killed or halted while clients read and write as fast as they can. */
class BackendKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(BackendKillTest.class);
    private static final Duration BACKEND_TIMEOUT = Duration.ofMillis(100);

    /**
     * The time that a request may take beyond the backend timeout, including its handler, which takes no time. Eight
     * clients, the server and Redis may share two busy cores, where threads have waited for half a second. A request
     * that waited for a timeout of the client library instead would take at least a second, so the 99.9th percentile
     * has a lower bound.
     */
    private static final Duration MARGIN = Duration.ofMillis(1_500);

    private static final Duration MARGIN_OF_PERCENTILE_999 = Duration.ofMillis(500);

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 10_000;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final LogCapture log = new LogCapture();
    private final TestServer server = TestServer.start(
            VersionedPages.SCENARIO,
            "redis.uri",
            "redis://127.0.0.1:" + redis.port(),
            "http-cache.backend",
            "redis",
            "http-cache.backend-timeout",
            BACKEND_TIMEOUT.toMillis() + "ms");

    @AfterEach
    void stop() {
        server.close();
        redis.close();
        log.close();
    }

    @Test
    void noResponseIsWrongOrLateWhenTheServerIsKilledAndRestarted() {
        survives(redis::kill, redis::restart);
    }

    @Test
    void noResponseIsWrongOrLateWhenTheServerHangsAndContinues() {
        survives(redis::halt, redis::proceed);
    }

    private void survives(Runnable fault, Runnable end) {
        LoadGenerator.Report report;
        try (LoadGenerator load = LoadGenerator.start(server.port(), CLIENTS)) {
            load.awaitHits(1_000);
            fault.run();
            load.awaitRequests(REQUESTS / 2);
            end.run();
            load.awaitHits(REQUESTS / 2);
            report = load.end();
        }
        LOG.info("{}", report);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.requests()).isGreaterThan(REQUESTS);
        assertThat(report.slowest()).isLessThan(BACKEND_TIMEOUT.plus(MARGIN));
        assertThat(report.percentile999()).isLessThan(BACKEND_TIMEOUT.plus(MARGIN_OF_PERCENTILE_999));
        assertThat(log.backendLines())
                .filteredOn(line -> !isOfInvalidations(line))
                .as("log lines about failure and recovery")
                .hasSizeBetween(1, 2);
        assertThat(log.backendLines())
                .filteredOn(BackendKillTest::isOfInvalidations)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(log.linesWithStackTrace()).isEmpty();
    }

    private static boolean isOfInvalidations(String line) {
        return line.contains("did not confirm the invalidation");
    }
}
