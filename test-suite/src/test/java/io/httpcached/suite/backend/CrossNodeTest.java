package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests two nodes that run as processes and share a Redis server. */
class CrossNodeTest {

    private static final int REQUESTS = 200;

    /** The lease time that {@link NodeApplication} configures. */
    private static final Duration LEASE = Duration.ofSeconds(4);

    /** The other node polls every 25 ms, and the machine may be busy. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final ServerProcess REDIS = ServerProcess.start(RedisServers.program());
    private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(REQUESTS);

    @SuppressWarnings("NullAway.Init")
    private static Node one;

    @SuppressWarnings("NullAway.Init")
    private static Node other;

    private record Node(ServerProcess process, WireClient client) {

        static Node start() {
            ServerProcess process = ServerProcess.start(NodeApplication.program(REDIS.server()));
            return new Node(process, new WireClient(process.port()));
        }

        WireResponse get(String target) {
            return client.get(target);
        }

        WireResponse post(String target) {
            return client.send("POST", target);
        }

        /** Returns the number of handler runs on the node. */
        int runs() {
            return Integer.parseInt(get("/pages/runs/count").text());
        }
    }

    @BeforeAll
    static void start() {
        CompletableFuture<Node> second = CompletableFuture.supplyAsync(Node::start);
        one = Node.start();
        other = second.join();
    }

    @AfterAll
    static void stop() {
        one.process.close();
        other.process.close();
        REDIS.close();
        CLIENTS.shutdownNow();
    }

    @Test
    void entryOfOneNodeIsAHitOnTheOther() {
        WireResponse stored = one.get("/pages/1");
        assertThat(stored.cacheStatus()).contains("stored");
        WireResponse hit = Eventually.get(
                () -> other.client.get("/pages/1", "Cache-Control: only-if-cached"), WireResponse::isHit);
        assertThat(hit.text()).isEqualTo(stored.text());
        assertThat(hit.header("ETag")).isNotNull().isEqualTo(stored.header("ETag"));
    }

    @Test
    void invalidationIsVisibleOnTheOtherNodeOnceItIsAnswered() {
        for (int round = 0; round < 20; round++) {
            one.get("/pages/2");
            WireResponse old = Eventually.get(() -> other.get("/pages/2"), WireResponse::isHit);
            one.post("/pages/2");
            WireResponse fresh = other.get("/pages/2");
            assertThat(fresh.isHit()).isFalse();
            assertThat(fresh.text()).isNotEqualTo(old.text());
        }
    }

    @Test
    void missUnderLoadRunsTheHandlerOnceAcrossAllNodes() {
        int before = one.runs() + other.runs();
        List<CompletableFuture<WireResponse>> answers = IntStream.range(0, REQUESTS)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> (i % 2 == 0 ? one : other).get("/pages/gated/1"), CLIENTS))
                .toList();
        Eventually.get(() -> one.runs() + other.runs(), runs -> runs > before);
        one.post("/pages/gates/1");
        other.post("/pages/gates/1");
        assertThat(answers.stream().map(answer -> answer.join().text()).distinct())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("page 1, ");
        assertThat(one.runs() + other.runs()).isEqualTo(before + 1);
    }

    @Test
    void oneNodeRefreshesAStaleResponseWhileAllServeIt() {
        List<Node> nodes = List.of(one, other);
        one.post("/pages/gates/3");
        String old = one.get("/pages/gated/3").text();
        Eventually.get(() -> other.get("/pages/gated/3"), WireResponse::isHit);
        nodes.forEach(node -> node.post("/pages/gates/3/closed"));
        int before = one.runs() + other.runs();

        one.post("/pages/gated/3/outdated");
        for (Node node : List.of(one, other, one, other)) {
            assertThat(node.get("/pages/gated/3").text()).isEqualTo(old);
        }
        Eventually.get(() -> one.runs() + other.runs(), runs -> runs > before);
        nodes.forEach(node -> node.post("/pages/gates/3"));
        nodes.forEach(node -> Eventually.get(() -> node.get("/pages/gated/3").text(), text -> !text.equals(old)));
        assertThat(one.runs() + other.runs()).isEqualTo(before + 1);
    }

    @Test
    void killedLeaseHolderDelaysOtherNodesAtMostForTheLeaseTime() {
        try (ServerProcess doomed = ServerProcess.start(NodeApplication.program(REDIS.server()))) {
            WireClient client = new WireClient(doomed.port());
            other.post("/pages/gates/2");
            long leased = System.nanoTime();
            CompletableFuture<WireResponse> lost =
                    CompletableFuture.supplyAsync(() -> client.get("/pages/gated/2"), CLIENTS);
            Eventually.get(() -> client.get("/pages/runs/count").text(), "1"::equals);
            long asked = System.nanoTime();
            CompletableFuture<WireResponse> answer =
                    CompletableFuture.supplyAsync(() -> other.get("/pages/gated/2"), CLIENTS);
            doomed.kill();
            assertThat(lost).failsWithin(LEASE).withThrowableOfType(ExecutionException.class);
            assertThat(answer.join().text()).startsWith("page 2, node " + other.process.port());
            assertThat(since(leased)).isGreaterThanOrEqualTo(LEASE);
            assertThat(since(asked)).isLessThan(LEASE.plus(MARGIN));
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
