package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.RouteReport;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests near copies of Redis' entries on two nodes. */
class NearCopiesTest {

    private static final AtomicInteger LAST_PAGE = new AtomicInteger();

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final TestServer one = node(true);
    private final TestServer other = node(true);
    private final int page = LAST_PAGE.incrementAndGet();
    private final String target = "/near/" + page;

    private TestServer node(boolean near) {
        return TestServer.start(
                NearPages.SCENARIO,
                "redis.uri",
                "redis://127.0.0.1:" + redis.port(),
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "2s",
                "http-cache.near.enabled",
                near);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        redis.close();
    }

    @Test
    void nearHitSendsNoCommand() {
        awaitNearHit(one, target);
        List<String> commands = RedisServers.commandsDuring(redis.server(), () -> {
            for (int i = 0; i < 50; i++) {
                assertThat(one.get(target).cacheStatus()).matches("hit; ttl=\\d+; detail=near");
            }
        });
        assertThat(commands).isEmpty();
    }

    @Test
    void changeOnOneNodeReachesTheOther() {
        for (int round = 0; round < 20; round++) {
            awaitNearHit(one, target);
            awaitNearHit(other, target);
            one.send("PUT", target);
            String now = NearPages.text(page);
            assertThat(one.get(target).text()).isEqualTo(now);
            Eventually.get(() -> other.get(target).text(), now::equals);
        }
    }

    @Test
    void softInvalidationReachesTheOtherNode() {
        awaitNearHit(other, target);
        one.send("PUT", "/near/softly/" + page);
        Eventually.get(() -> other.get(target).text(), NearPages.text(page)::equals);
    }

    @Test
    void entryReplacedByOneNodeReachesTheOther() {
        awaitNearHit(other, target);
        NearPages.changeData(page);
        one.get(target, "Cache-Control: no-cache");
        Eventually.get(() -> other.get(target).text(), NearPages.text(page)::equals);
    }

    @Test
    void routeWithoutCopiesAsksRedisEachTime() {
        String far = "/near/far/" + page;
        Eventually.get(() -> one.get(far), WireResponse::isHit);
        List<String> commands = RedisServers.commandsDuring(redis.server(), () -> {
            for (int i = 0; i < 5; i++) {
                assertThat(one.get(far).cacheStatus()).matches("hit; ttl=\\d+");
            }
        });
        assertThat(commands).hasSize(5).containsOnly("mget");
    }

    @Test
    void nodeWithoutCopiesIsUnaffectedAndItsChangesReachTheOthers() {
        try (TestServer plain = node(false)) {
            Eventually.get(() -> plain.get(target), WireResponse::isHit);
            assertThat(plain.get(target).cacheStatus()).doesNotContain("near");
            assertThat(plain.bean(CacheReport.class).copies()).isEmpty();
            awaitNearHit(one, target);
            plain.send("PUT", target);
            Eventually.get(() -> one.get(target).text(), NearPages.text(page)::equals);
        }
        assertThat(clientsThatTrack()).isLessThanOrEqualTo(2);
    }

    @Test
    void copyIsUsedUpToTheLifetimeOfItsEntry() {
        String shortLived = "/near/short/" + page;
        awaitNearHit(one, shortLived);
        NearPages.changeData(page);
        one.advance(Duration.ofSeconds(2));
        assertThat(one.get(shortLived).text()).isEqualTo(NearPages.text(page));
    }

    @Test
    void reportSaysWhatCopiesDo() {
        awaitNearHit(one, target);
        RouteReport before = route();
        one.get(target);
        one.get(target);
        assertThat(before.near()).isTrue();
        assertThat(route().totals().nearHits()).isEqualTo(before.totals().nearHits() + 2);
        assertThat(route().totals().hits()).isEqualTo(before.totals().hits() + 2);
        assertThat(Objects.requireNonNull(one.bean(CacheReport.class).copies().get("redis")))
                .satisfies(copies -> {
                    assertThat(copies.usable()).isTrue();
                    assertThat(copies.unusableReason()).isNull();
                    assertThat(copies.entries()).isEqualTo(1);
                    assertThat(copies.bytes()).isBetween(500L, 3000L);
                });
    }

    @Test
    void nodesThatStartAndStopLeaveNothingBehind() {
        node(true).close();
        long threads = Thread.getAllStackTraces().size();
        for (int i = 0; i < 5; i++) {
            try (TestServer node = node(true)) {
                awaitNearHit(node, target);
            }
        }
        Eventually.get(() -> (long) Thread.getAllStackTraces().size(), now -> now <= threads + 2);
        Eventually.get(this::clientsThatTrack, tracking -> tracking <= 2);
    }

    private RouteReport route() {
        return one.bean(CacheReport.class).routes().stream()
                .filter(route -> route.method().equals("show"))
                .findFirst()
                .orElseThrow();
    }

    private int clientsThatTrack() {
        int[] tracking = {0};
        RedisServers.tell(redis.server(), commands -> {
            String clients = commands.clientList();
            tracking[0] = (int) clients.lines()
                    .filter(line -> line.matches(".* flags=\\w*t\\w* .*"))
                    .count();
        });
        return tracking[0];
    }

    private static void awaitNearHit(TestServer node, String target) {
        Eventually.get(() -> node.get(target), NearCopiesTest::isNear);
    }

    private static boolean isNear(WireResponse response) {
        return response.isHit() && response.cacheStatus().endsWith("; detail=near");
    }
}
