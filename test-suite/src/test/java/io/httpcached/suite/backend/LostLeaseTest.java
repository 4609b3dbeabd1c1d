package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a lease whose release is lost on the way does not keep other nodes waiting until it expires. */
class LostLeaseTest {

    private static final String LEASE = "60s";

    /** Half a second between two attempts, the time to connect again, and a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(4);

    private static final ServerProcess REDIS = ServerProcess.start(RedisServers.program());
    private static final Relay RELAY = Relay.to(REDIS.server());

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess cutOff;

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess other;

    private final WireClient first = new WireClient(cutOff.port());
    private final WireClient second = new WireClient(other.port());

    @BeforeAll
    static void start() {
        cutOff = node(new RealServer("127.0.0.1", RELAY.port(), "relay"));
        other = node(REDIS.server());
    }

    @AfterAll
    static void stop() {
        cutOff.close();
        other.close();
        RELAY.close();
        REDIS.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSE", "RESET", "CUT_REPLY"})
    void aLostReleaseDelaysOtherNodesForAMomentOnly(Fault fault) {
        String page = "/" + fault.name().length();
        int before = runs(first);
        CompletableFuture<WireResponse> leader = CompletableFuture.supplyAsync(() -> first.get("/pages/gated" + page));
        Eventually.get(() -> runs(first), runs -> runs > before);
        CompletableFuture<WireResponse> waiter = CompletableFuture.supplyAsync(() -> second.get("/pages/gated" + page));
        second.send("POST", "/pages/gates" + page);

        RELAY.begin(fault);
        first.send("POST", "/pages/gates" + page);
        assertThat(leader.join().status()).isEqualTo(200);
        assertThat(waiter).isNotDone();
        RELAY.end();
        long healed = System.nanoTime();
        assertThat(waiter.join().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(BOUND);
    }

    /** The first node does not know whether it has the lease, and runs the handler without it. */
    @Test
    void aLostGrantDelaysOtherNodesForAMomentOnly() {
        first.get("/pages/1");
        RELAY.begin(Fault.LOSE_REPLY);
        CompletableFuture<WireResponse> leader = CompletableFuture.supplyAsync(() -> first.get("/pages/gated/2"));
        second.send("POST", "/pages/gates/2");
        first.send("POST", "/pages/gates/2");
        RELAY.end();
        long healed = System.nanoTime();
        assertThat(second.get("/pages/gated/2").text()).startsWith("page 2");
        assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(BOUND);
        assertThat(leader.join().status()).isEqualTo(200);
    }

    private static int runs(WireClient node) {
        return Integer.parseInt(node.get("/pages/runs/count").text());
    }

    private static ServerProcess node(RealServer redis) {
        return ServerProcess.start(NodeApplication.program(redis, LEASE));
    }
}
