package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests strict near copies: once a change is answered, no node serves the old response, whatever happens to its connection. */
class NearStrictTest {

    private static final AtomicInteger LAST_PAGE = new AtomicInteger(3000);
    private static final Duration LAG = Duration.ofMillis(800);
    private static final Duration QUICK = LAG.dividedBy(2);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay relay = Relay.to(redis.server());
    private final TestServer writer = node(redis.port());
    private final TestServer reader = node(relay.port());
    private final int page = LAST_PAGE.incrementAndGet();
    private final String target = "/near/" + page;

    private static TestServer node(int redisPort) {
        return TestServer.start(
                NearPages.SCENARIO,
                "redis.uri",
                "redis://127.0.0.1:" + redisPort,
                "http-cache.backend",
                "redis",
                "http-cache.near.enabled",
                true,
                "http-cache.near.strict",
                true,
                "http-cache.near.maximum-lag",
                LAG.toMillis() + "ms");
    }

    /** The nodes know each other for longer than the lag once an invalidation is quick. */
    @BeforeEach
    void settle() {
        Eventually.get(this::change, taken -> taken.compareTo(QUICK) < 0);
        awaitNearHit();
    }

    @AfterEach
    void stop() {
        writer.close();
        reader.close();
        relay.close();
        redis.close();
    }

    @Test
    void otherNodeServesAChangeOnceItIsAnswered() {
        for (int round = 0; round < 100; round++) {
            awaitNearHit();
            change();
            assertUpToDate();
        }
    }

    @Test
    void invalidationWaitsForANodeWhoseConnectionHangs() {
        relay.begin(Fault.HANG);
        Duration taken = change();
        assertUpToDate();
        assertThat(taken).isBetween(LAG, LAG.plus(MARGIN));
        relay.end();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void invalidationWaitsForANodeThatIsCutOff() {
        relay.silenceOpenConnections();
        change();
        assertUpToDate();
    }

    @Test
    void flushOfRedisLosesNoNode() {
        for (int round = 0; round < 5; round++) {
            awaitNearHit();
            relay.begin(Fault.HANG);
            RedisServers.tell(redis.server(), commands -> commands.flushall());
            change();
            assertUpToDate();
            relay.end();
        }
    }

    @Test
    void nodeThatStoppedIsNotWaitedForLong() {
        try (TestServer third = node(redis.port())) {
            Eventually.get(() -> third.get(target).cacheStatus(), status -> status.endsWith("detail=near"));
        }
        Eventually.get(this::change, taken -> taken.compareTo(QUICK) < 0);
        assertThat(change()).isLessThan(QUICK);
    }

    /** Returns the time that a change takes. */
    private Duration change() {
        long begun = System.nanoTime();
        assertThat(writer.send("PUT", target).status()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void assertUpToDate() {
        assertThat(reader.get(target).text()).isEqualTo(NearPages.text(page));
        assertThat(writer.get(target).text()).isEqualTo(NearPages.text(page));
    }

    private void awaitNearHit() {
        Eventually.get(() -> reader.get(target).cacheStatus(), status -> status.endsWith("detail=near"));
    }
}
