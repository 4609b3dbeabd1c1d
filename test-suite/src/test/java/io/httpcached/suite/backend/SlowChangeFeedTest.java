package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.store.ChangeFeed;
import io.httpcached.store.ChangeListener;
import io.httpcached.suite.server.Eventually;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a node that does not read the reports of Redis, so that Redis closes its connection ({@code client-output-buffer-limit}). */
class SlowChangeFeedTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int BATCH = 1_000;

    /** The reports of all of them exceed what the network holds on its way. */
    private static final int KEYS = 100_000;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay relay = Relay.to(redis.server());

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @AfterEach
    void stop() {
        stores.close();
        relay.close();
        redis.close();
    }

    @Test
    void aConnectionThatRedisClosesIsAGap() {
        CacheStore store = stores.open(
                "redis",
                Map.of("redis.uri", "redis://127.0.0.1:" + relay.port(), "http-cache.redis.command-timeout", "1m"));
        Heard heard = new Heard();
        ChangeFeed feed = store.reportChanges(heard).orElseThrow();
        confirm(feed);
        for (int from = 0; from < KEYS; from += BATCH) {
            assertThat(store.get(keys(from))).succeedsWithin(BOUND);
        }
        heard.gaps.clear();
        long clients = RedisServers.clients(redis.server());
        RedisServers.tell(redis.server(), commands -> {
            commands.configSet("client-output-buffer-limit", "normal 64kb 0 0");
            relay.begin(Fault.HANG);
            for (int from = 0; from < KEYS; from += BATCH) {
                Map<String, String> values = new HashMap<>();
                keys(from).forEach(key -> values.put(key, "changed"));
                commands.mset(values);
            }
            assertThat(RedisServers.clients(redis.server())).isLessThan(clients + 1);
        });
        relay.end();
        Eventually.get(() -> heard.gaps, gaps -> gaps.contains("the connection to Redis is broken"));
        confirm(feed);
        assertThat(store.get(keys(0))).succeedsWithin(BOUND).satisfies(values -> assertThat(values)
                .allSatisfy(value -> assertThat(value).asString(UTF_8).isEqualTo("changed")));
    }

    /** The first question makes Redis begin to report. */
    private static void confirm(ChangeFeed feed) {
        Eventually.get(feed::confirm, answer -> answer.toCompletableFuture()
                .handle((done, failure) -> failure == null)
                .join());
    }

    private static List<String> keys(int from) {
        return IntStream.range(from, from + BATCH)
                .mapToObj(number -> "-".repeat(190) + number)
                .toList();
    }

    private static final class Heard implements ChangeListener {

        final Queue<String> gaps = new ConcurrentLinkedQueue<>();

        @Override
        public void changed(Collection<String> keys) {}

        @Override
        public void changedAll() {}

        @Override
        public void gap(String reason) {
            gaps.add(reason);
        }
    }
}
