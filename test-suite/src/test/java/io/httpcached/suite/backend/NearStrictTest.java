package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.BroadcastNodes.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests strict near copies: once a change is answered, no node serves the old response, whatever happens to its connection. */
class NearStrictTest {

    private static final Duration LAG = Duration.ofMillis(800);
    private static final Duration QUICK = LAG.dividedBy(2);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay relay = Relay.to(redis.server());
    private final TwoNearNodes nodes =
            new TwoNearNodes(LAG, at(redis.port()), at(relay.port()), "http-cache.near.strict", true);

    /** The nodes know each other for longer than the lag once an invalidation is quick. */
    @BeforeEach
    void settle() {
        Eventually.get(nodes::change, taken -> taken.compareTo(QUICK) < 0);
        nodes.awaitNearHit();
    }

    @AfterEach
    void stop() {
        nodes.close();
        relay.close();
        redis.close();
    }

    @Test
    void otherNodeServesAChangeOnceItIsAnswered() {
        for (int round = 0; round < 100; round++) {
            nodes.awaitNearHit();
            nodes.change();
            nodes.assertUpToDate();
        }
    }

    @Test
    void invalidationWaitsForANodeWhoseConnectionHangs() {
        relay.begin(Fault.HANG);
        Duration taken = nodes.change();
        nodes.assertUpToDate();
        assertThat(taken).isBetween(LAG, LAG.plus(MARGIN));
        relay.end();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void invalidationWaitsForANodeThatIsCutOff() {
        relay.silenceOpenConnections();
        nodes.change();
        nodes.assertUpToDate();
    }

    @Test
    void flushOfRedisLosesNoNode() {
        for (int round = 0; round < 5; round++) {
            nodes.awaitNearHit();
            relay.begin(Fault.HANG);
            RedisServers.tell(redis.server(), commands -> commands.flushall());
            nodes.change();
            nodes.assertUpToDate();
            relay.end();
        }
    }

    @Test
    void nodeThatStoppedIsNotWaitedForLong() {
        try (TestServer third = nodes.start(at(redis.port()))) {
            nodes.awaitNearHit(third);
        }
        Eventually.get(nodes::change, taken -> taken.compareTo(QUICK) < 0);
        assertThat(nodes.change()).isLessThan(QUICK);
    }

    @Test
    void nodesThatStartAndStopLeaveNothingBehind() {
        nodes.start(at(redis.port())).close();
        long threads = Thread.getAllStackTraces().size();
        long clients = RedisServers.clients(redis.server());
        for (int i = 0; i < 5; i++) {
            try (TestServer node = nodes.start(at(redis.port()))) {
                nodes.awaitNearHit(node);
            }
        }
        Eventually.get(() -> (long) Thread.getAllStackTraces().size(), now -> now <= threads + 2);
        Eventually.get(() -> RedisServers.clients(redis.server()), now -> now == clients);
        RedisServers.tell(
                redis.server(),
                commands -> Eventually.get(
                        () -> {
                            nodes.change();
                            return commands.get("httpcached:n")
                                    .lines()
                                    .filter(line -> line.matches("[0-9a-f]{16}"))
                                    .count();
                        },
                        listed -> listed == 2));
    }
}
