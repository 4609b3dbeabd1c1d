package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.server.store.Stores;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Nodes in this JVM whose entries are in memory, and which exchange invalidations over Redis. */
final class BroadcastNodes implements AutoCloseable {

    /** The maximum lag of the nodes. */
    static final Duration LAG = Duration.ofSeconds(1);

    private final List<TestServer> nodes = new ArrayList<>();
    private final Map<String, Object> common = new HashMap<>();

    BroadcastNodes() {
        common.put("http-cache.memory.broadcast", "redis");
        common.put("http-cache.memory.maximum-lag", LAG);
        common.put("http-cache.key-prefix", prefix());
        common.put("endpoints.httpcache.sensitive", false);
    }

    /** Returns a new prefix. In a cluster, the server that {@link PastData} stops has its topic. */
    private static String prefix() {
        String prefix = UUID.randomUUID() + ":";
        while (RedisCluster.nodeOf(prefix + 'b') != PastData.ClusterTakeover.VICTIM) {
            prefix = UUID.randomUUID() + ":";
        }
        return prefix;
    }

    /** Starts a node whose Redis has an address, and waits until it has heard the others. */
    TestServer start(Map<String, Object> address, Object... settings) {
        TestServer node = startUnheard(address, settings);
        awaitLive(node);
        return node;
    }

    /** Starts a node without waiting. */
    TestServer startUnheard(Map<String, Object> address, Object... settings) {
        Map<String, Object> all = new HashMap<>(common);
        all.putAll(address);
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i].toString(), settings[i + 1]);
        }
        TestServer node = TestServer.start(
                BroadcastPages.SCENARIO,
                all.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray());
        nodes.add(node);
        return node;
    }

    static Map<String, Object> at(int port) {
        return Map.of("redis.uri", "redis://127.0.0.1:" + port);
    }

    static BroadcastStatistics state(TestServer node) {
        return Objects.requireNonNull(node.bean(Stores.class).broadcast());
    }

    static HttpCache cache(TestServer node) {
        return node.bean(HttpCache.class);
    }

    static void awaitLive(TestServer node) {
        Eventually.get(() -> state(node), BroadcastStatistics::live);
    }

    static void awaitConfirmed(TestServer node) {
        Eventually.get(() -> state(node), state -> state.unconfirmedInvalidations() == 0);
    }

    /** Requests a page until it is a hit. */
    static WireResponse untilHit(TestServer node, String target) {
        return Eventually.get(() -> node.get(target), WireResponse::isHit);
    }

    /** Changes a page, which invalidates its stored responses. */
    static void change(TestServer node, int page) {
        assertThat(node.send("PUT", "/broadcast/" + page).status()).isEqualTo(200);
    }

    /** Waits until a node answers with the current version of a page. */
    static void awaitCurrent(TestServer node, int page) {
        Eventually.get(() -> node.get("/broadcast/" + page).text(), text -> text.equals(BroadcastPages.current(page)));
    }

    static void assertCurrent(TestServer node, int page) {
        WireResponse answer = node.get("/broadcast/" + page);
        assertThat(answer.text()).as(answer.cacheStatus()).isEqualTo(BroadcastPages.current(page));
    }

    @Override
    public void close() {
        nodes.forEach(TestServer::close);
    }
}
