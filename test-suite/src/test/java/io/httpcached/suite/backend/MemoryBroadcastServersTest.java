package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.BroadcastNodes.LAG;
import static io.httpcached.suite.backend.BroadcastNodes.awaitConfirmed;
import static io.httpcached.suite.backend.BroadcastNodes.awaitCurrent;
import static io.httpcached.suite.backend.BroadcastNodes.awaitLive;
import static io.httpcached.suite.backend.BroadcastNodes.cache;
import static io.httpcached.suite.backend.BroadcastNodes.change;
import static io.httpcached.suite.backend.BroadcastNodes.state;
import static io.httpcached.suite.backend.BroadcastNodes.untilHit;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.TestServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the exchange of invalidations over each arrangement of Redis servers, and their restarts and failovers. */
class MemoryBroadcastServersTest {

    private static final int PAGE = 20;

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "append-only file", "promoted replica", "sentinel", "cluster"})
    void noAnswerIsOlderThanTheLag(String kind) {
        try (PastData redis = PastData.of(kind);
                BroadcastNodes nodes = new BroadcastNodes()) {
            TestServer writer = nodes.start(redis.address());
            List<TestServer> all = List.of(writer, nodes.start(redis.address()), nodes.start(redis.address()));
            try (BroadcastReaders readers = new BroadcastReaders(PAGE, LAG, all)) {
                changeAndAwait(writer, all, readers);
                all.forEach(node -> assertThat(state(node).drops())
                        .as("no message was missed")
                        .isEqualTo(1));
                redis.keep();
                changeAndAwait(writer, all, readers);
                redis.goBack();
                BroadcastPages.changeSecretly(PAGE);
                CompletableFuture<?> invalidated =
                        cache(writer).invalidateTags("page:" + PAGE).exceptionally(unconfirmed -> null);
                invalidated.join();
                awaitConfirmed(writer);
                readers.confirmed();
                all.forEach(node -> {
                    awaitLive(node);
                    awaitCurrent(node, PAGE);
                });
                changeAndAwait(writer, all, readers);
                assertThat(readers.outdated()).isEmpty();
                assertThat(readers.hits()).isPositive();
            }
        }
    }

    private static void changeAndAwait(TestServer writer, List<TestServer> all, BroadcastReaders readers) {
        for (int i = 0; i < 20; i++) {
            change(writer, PAGE);
            awaitConfirmed(writer);
            readers.confirmed();
            all.forEach(node -> awaitCurrent(node, PAGE));
        }
        all.forEach(node -> untilHit(node, "/broadcast/" + PAGE));
    }
}
