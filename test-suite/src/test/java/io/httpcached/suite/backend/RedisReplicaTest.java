package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.StartupFailures.assertStartupFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.engine.near.NearStatistics;
import io.httpcached.server.report.CacheReport;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.lettuce.core.KillArgs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reads from a replica, and invalidations that wait until a replica has received them. */
class RedisReplicaTest {

    private static final String PAGE = "/replicated";

    private final ServerProcess master = ServerProcess.start(RedisServers.program());
    private final ServerProcess replica = ServerProcess.start(RedisServers.program());
    private final List<TestServer> nodes = new ArrayList<>();

    RedisReplicaTest() {
        PastData.replicate(replica, master);
    }

    @AfterEach
    void stop() {
        nodes.forEach(TestServer::close);
        replica.close();
        master.close();
    }

    @Test
    void readsFromTheMasterUnlessConfiguredOtherwise() {
        TestServer node = start();
        untilHit(node);
        assertThat(RedisServers.commandsDuring(replica.server(), () -> untilHit(node)))
                .doesNotContain("mget", "get");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replica", "REPLICA_PREFERRED", "any-replica"})
    void readsFromAReplica(String name) {
        TestServer node = start("http-cache.redis.read-from", name);
        untilHit(node);
        List<String> atReplica = new ArrayList<>();
        List<String> atMaster = RedisServers.commandsDuring(
                master.server(),
                () -> atReplica.addAll(RedisServers.commandsDuring(replica.server(), () -> untilHit(node))));
        assertThat(atReplica).contains("mget");
        assertThat(atMaster).doesNotContain("mget", "get");
    }

    @Test
    void readsFromConfiguredReplicas() {
        TestServer node = start(
                "http-cache.redis.read-from", "replica", "redis.replica-uris", "redis://127.0.0.1:" + replica.port());
        untilHit(node);
        assertThat(RedisServers.commandsDuring(replica.server(), () -> untilHit(node)))
                .contains("mget");
    }

    @Test
    void invalidationIsSeenWhenTheReplicaHasReceivedIt() {
        TestServer node = start("http-cache.redis.read-from", "replica");
        for (int i = 0; i < 10; i++) {
            untilHit(node);
            change(node);
            untilCurrent(node);
        }
    }

    /** This is the cost of reads from replicas. */
    @Test
    void replicaThatIsCutOffServesWhatWasInvalidated() {
        TestServer node = start("http-cache.redis.read-from", "replica");
        String old = untilHit(node).text();
        PastData.detach(replica);
        change(node);
        assertThat(node.get(PAGE).text()).isEqualTo(old).isNotEqualTo(ReplicaPages.current());
        RedisServers.tell(replica.server(), redis -> redis.configSet("replica-serve-stale-data", "no"));
        assertThat(node.get(PAGE).text()).isEqualTo(ReplicaPages.current());
    }

    /** A replica reports when it receives a change, so copies are used for a limited time instead. */
    @Test
    void nearCopiesOfWhatAReplicaHasAreUsedForTheirTtl() {
        TestServer node = start("http-cache.redis.read-from", "replica", "http-cache.near.enabled", true);
        Eventually.get(() -> node.get(PAGE).cacheStatus(), status -> status.endsWith("; detail=near"));
        Eventually.get(() -> node.get(PAGE).cacheStatus(), status -> status.matches("hit; ttl=\\d+"));
        TestServer writer = start();
        Eventually.get(() -> node.get(PAGE).cacheStatus(), status -> status.endsWith("; detail=near"));
        change(writer);
        untilCurrent(node);
    }

    /** Nothing is read on the connection for writes that wait. */
    @Test
    void nearCopiesOutliveTheConnectionThatWaits() {
        TestServer node = start(
                "http-cache.redis.wait-replicas",
                1,
                "http-cache.near.enabled",
                true,
                "http-cache.near.maximum-lag",
                "10s");
        change(node);
        Eventually.get(() -> node.get(PAGE).cacheStatus(), status -> status.endsWith("; detail=near"));
        long gaps = copies(node).gaps();
        RedisServers.tell(master.server(), redis -> redis.clientList()
                .lines()
                .filter(client -> client.contains(" cmd=wait "))
                .map(client -> client.replaceFirst("id=(\\d+) .*", "$1"))
                .forEach(id -> assertThat(redis.clientKill(KillArgs.Builder.id(Long.parseLong(id))))
                        .isEqualTo(1)));
        change(node);
        untilCurrent(node);
        assertThat(copies(node).gaps()).isEqualTo(gaps);
    }

    private static NearStatistics copies(TestServer node) {
        return Objects.requireNonNull(node.bean(CacheReport.class).copies().get("redis"));
    }

    @Test
    void masterAnswersIfThePreferredReplicaIsGone() {
        TestServer node = start("http-cache.redis.read-from", "replica-preferred");
        untilHit(node);
        replica.kill();
        WireResponse answer = Eventually.get(() -> node.get(PAGE), WireResponse::isHit);
        assertThat(answer.text()).isEqualTo(ReplicaPages.current());
        change(node);
        assertThat(node.get(PAGE).text()).isEqualTo(ReplicaPages.current());
    }

    @Test
    void unknownNamesAndNumbersFailStartup() {
        assertStartupFails(
                settings("http-cache.redis.read-from", "somewhere"),
                "http-cache.redis.read-from must be replica,",
                "but was 'somewhere'");
        assertStartupFails(settings("http-cache.redis.wait-replicas", "-1"), "http-cache.redis.wait-replicas", "'-1'");
        assertStartupFails(
                settings("http-cache.redis.wait-replicas", "one"), "http-cache.redis.wait-replicas", "'one'");
        assertStartupFails(settings("http-cache.redis.wait-timeout", "0s"), "http-cache.redis.wait-timeout", "'0s'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/soft"})
    void invalidationThatAReplicaHasReceivedOutlivesTheMaster(String kind) {
        TestServer node = start("http-cache.redis.durable", true, "http-cache.redis.wait-replicas", 1);
        untilHit(node);
        for (int i = 0; i < 20; i++) {
            assertThat(node.send("POST", PAGE + kind).status()).isEqualTo(200);
        }
        master.kill();
        assertCurrentOn(replica);
    }

    @Test
    void invalidationThatNoReplicaHasReceivedIsNotConfirmed() {
        TestServer node = start(
                "http-cache.redis.durable",
                true,
                "http-cache.redis.wait-replicas",
                1,
                "http-cache.invalidation.on-failure",
                "fail");
        untilHit(node);
        PastData.detach(replica);
        assertThat(node.send("POST", PAGE).status()).isEqualTo(503);
        assertThat(node.get(PAGE).text()).isEqualTo(ReplicaPages.current());
    }

    /** Without a wait, a durable server must not have replicas that can be promoted. */
    @Test
    void promotedReplicaOfADurableServerHasLostWhatItDidNotReceive() {
        TestServer node = start("http-cache.redis.durable", true);
        String old = untilHit(node).text();
        PastData.detach(replica);
        change(node);
        master.kill();
        TestServer promoted = promote(replica, true);
        assertThat(untilHit(promoted).text()).isEqualTo(old).isNotEqualTo(ReplicaPages.current());
    }

    /** A server that is not durable needs no wait: what it had before the promotion does not count. */
    @Test
    void promotedReplicaOfAnyOtherServerServesNothingFromBefore() {
        TestServer node = start();
        untilHit(node);
        PastData.detach(replica);
        change(node);
        master.kill();
        TestServer promoted = promote(replica, false);
        assertThat(promoted.get(PAGE).text()).isEqualTo(ReplicaPages.current());
    }

    @Test
    void lookupsDoNotWaitForReplicas() throws InterruptedException {
        TestServer node = start("http-cache.redis.wait-replicas", 1, "http-cache.redis.wait-timeout", "900ms");
        untilHit(node);
        PastData.detach(replica);
        Thread invalidation = new Thread(() -> node.send("POST", PAGE));
        String old = ReplicaPages.current();
        invalidation.start();
        Eventually.get(ReplicaPages::current, now -> !now.equals(old));
        untilCurrent(node);
        assertThat(invalidation.isAlive()).as("the invalidation still waits").isTrue();
        invalidation.join();
    }

    /** While a server waits for a replica, it executes nothing else that the connection has sent. */
    @Test
    void manyInvalidationsThatNoReplicaReceivesAreNoFailureOfTheServer() {
        TestServer node = start(
                "http-cache.redis.wait-replicas",
                1,
                "http-cache.redis.wait-timeout",
                "200ms",
                "http-cache.backend-timeout",
                "2s");
        String other = PAGE + "/other";
        Eventually.get(() -> node.get(other), WireResponse::isHit);
        PastData.detach(replica);
        HttpCache cache = node.bean(HttpCache.class);
        List<CompletableFuture<Void>> invalidations = IntStream.range(0, 100)
                .mapToObj(number -> cache.invalidateTags("number:" + number))
                .toList();
        while (!invalidations.stream().allMatch(CompletableFuture::isDone)) {
            assertThat(node.get(other).cacheStatus()).startsWith("hit");
        }
        assertThat(invalidations).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(node.get(other).cacheStatus()).startsWith("hit");
        assertThat(Objects.requireNonNull(
                                node.bean(CacheReport.class).backends().get("redis"))
                        .lastFailure())
                .contains("Fewer than 1 replicas");
    }

    @Test
    void manyInvalidationsShareAWait() {
        TestServer node = start("http-cache.redis.wait-replicas", 1);
        untilHit(node);
        HttpCache cache = node.bean(HttpCache.class);
        List<String> commands =
                RedisServers.commandsDuring(master.server(), () -> CompletableFuture.allOf(IntStream.range(0, 500)
                                .mapToObj(number -> cache.invalidateTags("number:" + number))
                                .toArray(CompletableFuture[]::new))
                        .join());
        assertThat(commands).filteredOn("unlink"::equals).hasSize(500);
        assertThat(commands).filteredOn("wait"::equals).hasSizeBetween(1, 250);
    }

    private void assertCurrentOn(ServerProcess survivor) {
        TestServer promoted = promote(survivor, true);
        assertThat(promoted.get(PAGE).text()).isEqualTo(ReplicaPages.current());
    }

    private TestServer promote(ServerProcess survivor, boolean durable) {
        RedisServers.tell(survivor.server(), redis -> redis.replicaofNoOne());
        TestServer node = TestServer.start(
                ReplicaPages.SCENARIO,
                "redis.uri",
                "redis://127.0.0.1:" + survivor.port(),
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "10s",
                "http-cache.redis.durable",
                durable);
        nodes.add(node);
        return node;
    }

    private static WireResponse untilHit(TestServer node) {
        return Eventually.get(() -> node.get(PAGE), WireResponse::isHit);
    }

    private static void untilCurrent(TestServer node) {
        Eventually.get(() -> node.get(PAGE).text(), ReplicaPages.current()::equals);
    }

    private static void change(TestServer node) {
        assertThat(node.send("POST", PAGE).status()).isEqualTo(200);
    }

    private TestServer start(Object... more) {
        Map<String, Object> settings = settings(more);
        TestServer node = TestServer.start(
                ReplicaPages.SCENARIO,
                settings.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray());
        nodes.add(node);
        return node;
    }

    private Map<String, Object> settings(Object... more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("redis.uri", "redis://127.0.0.1:" + master.port());
        settings.put("http-cache.backend", "redis");
        settings.put("http-cache.backend-timeout", "10s");
        settings.put("http-cache.redis.wait-timeout", "500ms");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i].toString(), more[i + 1]);
        }
        return settings;
    }
}
