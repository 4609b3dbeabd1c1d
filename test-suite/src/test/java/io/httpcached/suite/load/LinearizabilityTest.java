package io.httpcached.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests that no response on any node is older than a write that was confirmed before its request was sent, while nodes are
 * killed and suspended, connections are cut, and Redis is killed, suspended and restarted from a snapshot. It is the short
 * form of {@link LongLoad}.
 */
class LinearizabilityTest {

    private static final Logger LOG = LoggerFactory.getLogger("measured");
    private static final Duration FAULT = Duration.ofMillis(700);
    private static final Duration CALM = Duration.ofMillis(700);
    private static final int OPERATIONS = 5_000;

    @Test
    void noResponseIsOlderThanAConfirmedWrite(@TempDir Path folder) throws InterruptedException {
        noResponseIsOlderThanAConfirmedWrite(folder, Map.of());
    }

    @Test
    void noResponseIsOlderThanAConfirmedWriteWithStrictNearCopies(@TempDir Path folder) throws InterruptedException {
        noResponseIsOlderThanAConfirmedWrite(
                folder,
                Map.of(
                        "http-cache.near.enabled",
                        true,
                        "http-cache.near.strict",
                        true,
                        "http-cache.near.maximum-lag",
                        "300ms"));
    }

    private static void noResponseIsOlderThanAConfirmedWrite(Path folder, Map<String, Object> settings)
            throws InterruptedException {
        try (LoadRun run = new LoadRun(folder, FAULT, CALM, settings)) {
            run.faults.run(Instant.now(), true);
            run.end();
            LOG.info("{}\nfaults: {}", run.results.summary(), run.faults.counts());
            assertThat(run.results.wrong()).isEmpty();
            assertThat(run.results.count()).isGreaterThan(OPERATIONS);
            assertThat(run.faults.counts())
                    .containsKeys(
                            "kill node direct",
                            "suspend node relayed",
                            "network CUT_REPLY",
                            "restart Redis from a snapshot",
                            "kill Redis",
                            "suspend Redis");
        }
    }
}
