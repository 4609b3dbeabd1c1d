package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.server.store.CacheRandom;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.server.LifetimeSharesContract.Shares;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that share Redis see one lifetime of an entry, and one of them refreshes it. */
class LifetimeSharesOnTwoNodesTest {

    private final String keyPrefix = "shares-" + UUID.randomUUID() + ':';
    private final List<TestServer> nodes = List.of(start(), start());

    private TestServer start() {
        List<Object> settings = new ArrayList<>(List.of(
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "10s",
                "http-cache.lease.enabled",
                true,
                "http-cache.policies.calm.ttl",
                "100s",
                "http-cache.key-prefix",
                keyPrefix));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> settings.addAll(List.of(name, value)));
        return TestServer.start("lifetime-shares", settings.toArray());
    }

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.bean(Shares.class).gate.open());
        nodes.forEach(TestServer::close);
    }

    @Test
    void allNodesAgreeOnTheLifetime() {
        long unused = nodes.get(0).bean(CacheRandom.class).below().applyAsLong(11);
        assertThat(nodes.get(0).get("/shares/jitter/1").header("Cache-Control")).isEqualTo("max-age=99");
        WireResponse elsewhere = Eventually.get(() -> nodes.get(1).get("/shares/jitter/1"), WireResponse::isHit);
        assertThat(elsewhere.text()).isEqualTo("page 1, run 1");
        assertThat(elsewhere.header("Cache-Control")).isEqualTo("max-age=99");
    }

    @Test
    void oneNodeRefreshesAnEntryAhead() throws Exception {
        TestServer first = nodes.get(0);
        TestServer second = nodes.get(1);
        first.get("/shares/blocking");
        Eventually.get(() -> second.get("/shares/blocking"), WireResponse::isHit);
        nodes.forEach(node -> node.advance(Duration.ofSeconds(85)));
        nodes.forEach(node -> node.bean(Shares.class).gate.close());
        assertThat(first.get("/shares/blocking").text()).isEqualTo("run 1");
        first.bean(Shares.class).gate.awaitRun();
        assertThat(second.get("/shares/blocking").text()).isEqualTo("run 1");
        first.bean(Shares.class).gate.open();
        WireResponse refreshed = Eventually.get(
                () -> second.get("/shares/blocking"), answer -> answer.text().equals("run 2"));
        assertThat(refreshed.cacheStatus()).matches("hit; ttl=(99|100)");
        assertThat(second.bean(Shares.class).gate.runs()).isZero();
    }
}
