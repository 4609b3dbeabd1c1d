package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.BroadcastNodes.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests a node whose connection to Redis, or Redis itself, fails while another node changes data: after the maximum lag, it serves no
 * near copy from before the change.
 */
class NearFailureTest {

    private static final Duration LAG = Duration.ofMillis(500);

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay relay = Relay.to(redis.server());
    private final TwoNearNodes nodes = new TwoNearNodes(LAG, at(redis.port()), at(relay.port()));

    @BeforeEach
    void keepACopy() {
        nodes.awaitNearHit();
    }

    @AfterEach
    void stop() {
        nodes.close();
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
        nodes.awaitNearHit();
    }

    @Test
    void afterRedisKillsTheConnection() {
        long gaps = nodes.copies().gaps();
        changeSilently(commands -> {
            commands.clientKill(KillArgs.Builder.typeNormal().skipme());
            commands.flushall();
        });
        assertThat(nodes.copies().gaps()).isGreaterThan(gaps);
        nodes.awaitNearHit();
    }

    @Test
    void whileTheConnectionIsCut() {
        relay.begin(Fault.REFUSE);
        nodes.changeAndReadUntilTheLagIsOver();
        assertThat(nodes.read().cacheStatus()).doesNotContain("near");
        relay.end();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void whileTheConnectionHangs() {
        relay.begin(Fault.HANG);
        nodes.changeAndReadUntilTheLagIsOver();
        assertThat(nodes.copies().usable()).isFalse();
        relay.end();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void whileRepliesAreLate() {
        relay.begin(Fault.DELAY);
        nodes.changeAndReadUntilTheLagIsOver();
        relay.end();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void whileRepliesAreLost() {
        relay.begin(Fault.LOSE_REPLY);
        nodes.changeAndReadUntilTheLagIsOver();
        relay.end();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void whileTheConnectionIsSilent() {
        relay.silenceOpenConnections();
        nodes.changeAndReadUntilTheLagIsOver();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void whileRedisHangs() {
        redis.halt();
        nodes.awaitUsable(false);
        redis.proceed();
        nodes.changeAndReadUntilTheLagIsOver();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void afterARestart() {
        redis.kill();
        nodes.awaitUsable(false);
        redis.restart();
        nodes.changeAndReadUntilTheLagIsOver();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    /** Another server behind the same address stands for a replica that was promoted. */
    @Test
    void afterAFailover() {
        try (ServerProcess other = ServerProcess.start(RedisServers.program())) {
            nodes.changeSilently();
            relay.forwardTo(other.server());
            nodes.awaitCurrent();
            nodes.awaitNearHit();
            for (int i = 0; i < 20; i++) {
                assertThat(nodes.read().text()).isEqualTo(nodes.current());
            }
        }
    }

    /** Changes the data without an invalidation, so that only the reaction to what happens in Redis shows it. */
    private void changeSilently(Consumer<RedisCommands<String, String>> event) {
        nodes.changeSilently();
        assertThat(nodes.read().text()).isNotEqualTo(nodes.current());
        RedisServers.tell(redis.server(), event);
        nodes.awaitCurrent();
        nodes.assertUpToDate();
    }
}
