package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.near.NearStatistics;
import io.httpcached.server.report.CacheReport;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests a node whose connection to Redis, or Redis itself, fails while another node changes data: after the maximum lag, it serves no
 * near copy from before the change.
 */
class NearFailureTest {

    private static final AtomicInteger LAST_PAGE = new AtomicInteger(1000);
    private static final Duration LAG = Duration.ofMillis(500);

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
                "http-cache.near.maximum-lag",
                LAG.toMillis() + "ms");
    }

    @BeforeEach
    void keepACopy() {
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
    void afterFlushall() {
        changeSilently(RedisCommands::flushall);
    }

    @Test
    void afterFlushdb() {
        changeSilently(RedisCommands::flushdb);
    }

    @Test
    void afterTheRemovalOfTheEntry() {
        changeSilently(commands -> commands.keys("httpcached:e:*").forEach(commands::del));
    }

    @Test
    void afterTheRemovalOfTagVersions() {
        changeSilently(commands -> commands.keys("httpcached:v:*").forEach(commands::del));
    }

    @Test
    void afterTheExpiryOfTheEntry() {
        changeSilently(commands -> commands.keys("httpcached:e:*").forEach(key -> commands.pexpire(key, 1)));
    }

    @Test
    void afterRedisEvictsEverything() {
        changeSilently(commands -> {
            commands.configSet(Map.of("maxmemory-policy", "allkeys-lru", "maxmemory", "1"));
            Eventually.get(() -> RedisServers.keys(redis.server()), keys -> keys == 0);
            commands.configSet("maxmemory", "0");
        });
    }

    @Test
    void afterRedisForgetsWhatTheNodeHasRead() {
        changeSilently(commands -> {
            commands.configSet("tracking-table-max-keys", "1");
            commands.keys("httpcached:v:*").forEach(commands::del);
        });
        awaitNearHit();
    }

    @Test
    void afterRedisKillsTheConnection() {
        long gaps = copies().gaps();
        changeSilently(commands -> {
            commands.clientKill(KillArgs.Builder.typeNormal().skipme());
            commands.flushall();
        });
        assertThat(copies().gaps()).isGreaterThan(gaps);
        awaitNearHit();
    }

    @Test
    void whileTheConnectionIsCut() {
        relay.begin(Fault.REFUSE);
        changeAndReadUntilTheLagIsOver();
        assertThat(reader.get(target).cacheStatus()).doesNotContain("near");
        relay.end();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void whileTheConnectionHangs() {
        relay.begin(Fault.HANG);
        changeAndReadUntilTheLagIsOver();
        assertThat(copies().usable()).isFalse();
        relay.end();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void whileRepliesAreLate() {
        relay.begin(Fault.DELAY);
        changeAndReadUntilTheLagIsOver();
        relay.end();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void whileRepliesAreLost() {
        relay.begin(Fault.LOSE_REPLY);
        changeAndReadUntilTheLagIsOver();
        relay.end();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void whileTheConnectionIsSilent() {
        relay.silenceOpenConnections();
        changeAndReadUntilTheLagIsOver();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void whileRedisHangs() {
        redis.halt();
        awaitUnusable();
        redis.proceed();
        changeAndReadUntilTheLagIsOver();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void afterARestart() {
        redis.kill();
        awaitUnusable();
        redis.restart();
        changeAndReadUntilTheLagIsOver();
        awaitNearHit();
        assertUpToDate();
    }

    /** Another server behind the same address stands for a replica that was promoted. */
    @Test
    void afterAFailover() {
        try (ServerProcess other = ServerProcess.start(RedisServers.program())) {
            NearPages.changeData(page);
            relay.forwardTo(other.server());
            Eventually.get(() -> reader.get(target).text(), NearPages.text(page)::equals);
            awaitNearHit();
            assertUpToDate();
        }
    }

    /** Changes the data without an invalidation, so that only the reaction to what happens in Redis shows it. */
    private void changeSilently(Consumer<RedisCommands<String, String>> event) {
        NearPages.changeData(page);
        assertThat(reader.get(target).text()).isNotEqualTo(NearPages.text(page));
        RedisServers.tell(redis.server(), event);
        Eventually.get(() -> reader.get(target).text(), NearPages.text(page)::equals);
        assertUpToDate();
    }

    private void changeAndReadUntilTheLagIsOver() {
        writer.send("PUT", target);
        long answered = System.nanoTime();
        boolean over;
        do {
            over = System.nanoTime() - answered > LAG.toNanos();
            WireResponse response = reader.get(target);
            assertThat(response.status()).isEqualTo(200);
            if (over) {
                assertThat(response.text()).as(response.cacheStatus()).isEqualTo(NearPages.text(page));
            }
        } while (!over);
    }

    private void assertUpToDate() {
        for (int i = 0; i < 20; i++) {
            assertThat(reader.get(target).text()).isEqualTo(NearPages.text(page));
        }
    }

    private void awaitNearHit() {
        Eventually.get(() -> reader.get(target).cacheStatus(), status -> status.endsWith("detail=near"));
    }

    private void awaitUnusable() {
        Eventually.get(this::copies, copies -> !copies.usable());
    }

    private NearStatistics copies() {
        return Objects.requireNonNull(reader.bean(CacheReport.class).copies().get("redis"));
    }
}
