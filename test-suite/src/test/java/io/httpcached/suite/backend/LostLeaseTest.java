package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a lease whose release is lost on the way does not keep other nodes waiting until it expires. */
class LostLeaseTest {

    private static final String LEASE = "60s";

    /** Half a second between two attempts, the time to connect again, and a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(4);

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSE", "RESET", "CUT_REPLY"})
    void aLostReleaseDelaysOtherNodesForAMomentOnly(Fault fault) {
        try (ServerProcess redis = ServerProcess.start(RedisServers.program());
                Relay relay = Relay.to(redis.server());
                ServerProcess cutOff = node(new RealServer("127.0.0.1", relay.port(), "relay"));
                ServerProcess other = node(redis.server())) {
            WireClient first = new WireClient(cutOff.port());
            WireClient second = new WireClient(other.port());
            CompletableFuture<WireResponse> leader = CompletableFuture.supplyAsync(() -> first.get("/pages/gated/1"));
            Eventually.get(() -> first.get("/pages/runs/count").text(), "1"::equals);
            CompletableFuture<WireResponse> waiter = CompletableFuture.supplyAsync(() -> second.get("/pages/gated/1"));
            second.send("POST", "/pages/gates/1");

            relay.begin(fault);
            first.send("POST", "/pages/gates/1");
            assertThat(leader.join().status()).isEqualTo(200);
            assertThat(waiter).isNotDone();
            relay.end();
            long healed = System.nanoTime();
            assertThat(waiter.join().text()).startsWith("page 1");
            assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(BOUND);
        }
    }

    /** The first node does not know whether it has the lease, and runs the handler without it. */
    @Test
    void aLostGrantDelaysOtherNodesForAMomentOnly() {
        try (ServerProcess redis = ServerProcess.start(RedisServers.program());
                Relay relay = Relay.to(redis.server());
                ServerProcess cutOff = node(new RealServer("127.0.0.1", relay.port(), "relay"));
                ServerProcess other = node(redis.server())) {
            WireClient first = new WireClient(cutOff.port());
            WireClient second = new WireClient(other.port());
            first.get("/pages/1");
            relay.begin(Fault.LOSE_REPLY);
            CompletableFuture<WireResponse> leader = CompletableFuture.supplyAsync(() -> first.get("/pages/gated/2"));
            second.send("POST", "/pages/gates/2");
            first.send("POST", "/pages/gates/2");
            relay.end();
            long healed = System.nanoTime();
            assertThat(second.get("/pages/gated/2").text()).startsWith("page 2");
            assertThat(Duration.ofNanos(System.nanoTime() - healed)).isLessThan(BOUND);
            assertThat(leader.join().status()).isEqualTo(200);
        }
    }

    private static ServerProcess node(RealServer redis) {
        return ServerProcess.start(NodeApplication.program(redis, LEASE));
    }
}
