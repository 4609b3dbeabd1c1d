package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.server.report.CacheReport;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests copies of Redis' entries in the memory of two nodes: their hits, and what makes a node give them up. */
class NearCopiesTest {

    private static final AtomicInteger LAST_PAGE = new AtomicInteger();

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay relay = Relay.to(redis.server());
    private final TestServer one = node(redis.port());
    private final TestServer other = node(relay.port());
    private final int page = LAST_PAGE.incrementAndGet();

    private static TestServer node(int redisPort) {
        return TestServer.start(
                NearPages.SCENARIO,
                "redis.uri",
                "redis://127.0.0.1:" + redisPort,
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "2s",
                "http-cache.near.enabled",
                true,
                "endpoints.all.sensitive",
                false);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        relay.close();
        redis.close();
    }

    @Test
    void nearHitSendsNoCommand() {
        awaitNearHit(one, "/near/" + page);
        List<String> commands = RedisServers.commandsDuring(redis.server(), () -> {
            for (int i = 0; i < 50; i++) {
                assertThat(one.get("/near/" + page).cacheStatus()).matches("hit; ttl=\\d+; detail=near");
            }
        });
        assertThat(commands).isEmpty();
        assertThat(one.bean(CacheReport.class).routes())
                .filteredOn(route -> route.method().equals("show"))
                .allSatisfy(route -> {
                    assertThat(route.near()).isTrue();
                    assertThat(route.totals().nearHits()).isGreaterThanOrEqualTo(50);
                });
    }

    @Test
    void changeOnOneNodeReachesTheOther() {
        for (int round = 0; round < 20; round++) {
            awaitNearHit(one, "/near/" + page);
            awaitNearHit(other, "/near/" + page);
            one.send("PUT", "/near/" + page);
            String now = NearPages.text(page);
            assertThat(one.get("/near/" + page).text()).isEqualTo(now);
            Eventually.get(() -> other.get("/near/" + page).text(), now::equals);
        }
    }

    private static void awaitNearHit(TestServer node, String target) {
        Eventually.get(() -> node.get(target), NearCopiesTest::isNear);
    }

    private static boolean isNear(WireResponse response) {
        return response.isHit() && response.cacheStatus().endsWith("; detail=near");
    }
}
