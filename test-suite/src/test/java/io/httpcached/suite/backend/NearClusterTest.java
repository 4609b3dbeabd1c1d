package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.near.NearStatistics;
import io.httpcached.server.report.CacheReport;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests near copies of entries in a Redis Cluster, whose entries and tag versions are on several servers. */
class NearClusterTest {

    private static final AtomicInteger LAST_PAGE = new AtomicInteger(2000);
    private static final Duration LAG = Duration.ofMillis(500);
    private static final int MASTERS = 3;

    private final RedisCluster cluster = RedisCluster.start();
    private final TestServer writer = node();
    private final TestServer reader = node();
    private final int page = LAST_PAGE.incrementAndGet();
    private final String target = "/near/" + page;

    private TestServer node() {
        return TestServer.start(
                NearPages.SCENARIO,
                "redis.uris",
                cluster.uris(),
                "http-cache.backend",
                "redis",
                "http-cache.near.enabled",
                true,
                "http-cache.near.maximum-lag",
                LAG.toMillis() + "ms");
    }

    @BeforeEach
    void keepACopy() {
        awaitNearHit();
    }

    @AfterEach
    void stop() {
        writer.close();
        reader.close();
        cluster.close();
    }

    @Test
    void changeReachesTheOtherNode() {
        for (int round = 0; round < 20; round++) {
            awaitNearHit();
            changeAndReadUntilTheLagIsOver();
        }
    }

    @Test
    void flushOfOneMasterReachesTheNode() {
        for (int master = 0; master < MASTERS; master++) {
            awaitNearHit();
            NearPages.changeData(page);
            boolean[] hasSomething = {false};
            RedisServers.tell(cluster.node(master).server(), commands -> {
                hasSomething[0] = !commands.keys("httpcached:[ev]:*").isEmpty();
                commands.flushall();
            });
            if (hasSomething[0]) {
                Eventually.get(() -> reader.get(target).text(), NearPages.text(page)::equals);
            }
        }
    }

    @Test
    void whileAMasterHangs() {
        cluster.node(1).halt();
        Eventually.get(this::copies, copies -> !copies.usable());
        cluster.node(1).proceed();
        changeAndReadUntilTheLagIsOver();
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void afterAMasterRestarts() {
        cluster.node(1).kill();
        Eventually.get(this::copies, copies -> !copies.usable());
        NearPages.changeData(page);
        cluster.node(1).restart();
        Eventually.get(this::copies, NearStatistics::usable);
        writer.send("PUT", target);
        Eventually.get(() -> reader.get(target).text(), NearPages.text(page)::equals);
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void afterAFailover() {
        for (int master = 0; master < MASTERS; master++) {
            cluster.addReplicaOf(master);
        }
        awaitNearHit();
        cluster.node(0).kill();
        NearPages.changeData(page);
        Eventually.get(
                () -> writer.send("PUT", target).status() == 200
                        && writer.get(target).text().equals(NearPages.text(page)),
                changed -> changed);
        changeAndReadUntilTheLagIsOver();
        Eventually.get(() -> reader.get(target).text(), NearPages.text(page)::equals);
        awaitNearHit();
        assertUpToDate();
    }

    @Test
    void afterAKeyMovedToAnotherMaster() {
        for (int round = 0; round < 3; round++) {
            awaitNearHit();
            moveEntry();
            changeAndReadUntilTheLagIsOver();
            awaitNearHit();
            changeAndReadUntilTheLagIsOver();
        }
    }

    private void moveEntry() {
        for (int master = 0; master < MASTERS; master++) {
            List<String> entries = new ArrayList<>();
            RedisServers.tell(
                    cluster.node(master).server(), commands -> entries.addAll(commands.keys("httpcached:e:*")));
            if (!entries.isEmpty()) {
                cluster.move(SlotHash.getSlot(entries.get(0)), master, (master + 1) % MASTERS);
                return;
            }
        }
        throw new AssertionError("There is no entry.");
    }

    private void changeAndReadUntilTheLagIsOver() {
        writer.send("PUT", target);
        long answered = System.nanoTime();
        boolean over;
        do {
            over = System.nanoTime() - answered > LAG.toNanos();
            String text = reader.get(target).text();
            if (over) {
                assertThat(text).isEqualTo(NearPages.text(page));
            }
        } while (!over);
    }

    private void assertUpToDate() {
        for (int i = 0; i < 20; i++) {
            assertThat(reader.get(target).text()).isEqualTo(NearPages.text(page));
        }
    }

    private void awaitNearHit() {
        Eventually.get(() -> reader.get(target).cacheStatus(), status -> status.endsWith("detail=near"));
    }

    private NearStatistics copies() {
        return Objects.requireNonNull(reader.bean(CacheReport.class).copies().get("redis"));
    }
}
