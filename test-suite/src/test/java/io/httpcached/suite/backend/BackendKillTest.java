package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backend that is killed, or halted, while clients read and write as fast as they can. */
class BackendKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(BackendKillTest.class);
    private static final Duration BUDGET = Duration.ofMillis(100);

    /**
     * What a request may take beyond the budget, its handler included, which takes no time. Eight clients, the server and
     * Redis share what may be two busy cores: any of their threads may wait for its turn, and on such a machine half a
     * second has been seen. A request that waited for a time-out of the client library instead would take a second at
     * least, and the slowest in a thousand is held to that.
     */
    private static final Duration MARGIN = Duration.ofMillis(1_500);

    private static final Duration MARGIN_OF_MOST = Duration.ofMillis(500);

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 10_000;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final LogWatch log = new LogWatch();
    private final TestServer server = TestServer.start(
            VersionedPages.SCENARIO,
            "redis.uri",
            "redis://127.0.0.1:" + redis.port(),
            "http-cache.backend",
            "redis",
            "http-cache.backend-timeout",
            BUDGET.toMillis() + "ms");

    @AfterEach
    void stop() {
        server.close();
        redis.close();
        log.close();
    }

    @Test
    void noAnswerIsWrongOrLateWhenTheServerIsKilledAndComesBack() {
        survives(redis::kill, redis::restart);
    }

    @Test
    void noAnswerIsWrongOrLateWhenTheServerHangsAndGoesOn() {
        survives(redis::halt, redis::proceed);
    }

    private void survives(Runnable fault, Runnable end) {
        Load.Report report;
        try (Load load = Load.start(server.port(), CLIENTS)) {
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
        assertThat(report.slowest()).isLessThan(BUDGET.plus(MARGIN));
        assertThat(report.slowestOfMost()).isLessThan(BUDGET.plus(MARGIN_OF_MOST));
        assertThat(log.backendLines())
                .filteredOn(line -> !isOfInvalidations(line))
                .as("lines that say that it fails, or answers again")
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
