package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.BroadcastNodes.assertCurrent;
import static io.httpcached.suite.backend.BroadcastNodes.awaitCurrent;
import static io.httpcached.suite.backend.BroadcastNodes.cache;
import static io.httpcached.suite.backend.BroadcastNodes.change;
import static io.httpcached.suite.backend.BroadcastNodes.state;
import static io.httpcached.suite.backend.BroadcastNodes.untilHit;
import static io.httpcached.suite.backend.StartupFailures.assertStartupFails;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests nodes that keep their own entries in memory and tell each other of invalidations. */
class MemoryBroadcastTest {

    private static final RealServer REDIS = RedisServers.shared();
    private static final Map<String, Object> ADDRESS = RedisServers.properties(REDIS);

    private final BroadcastNodes nodes = new BroadcastNodes();

    @AfterEach
    void stop() {
        nodes.close();
    }

    @Test
    void changeOnOneNodeReachesTheOthers() {
        TestServer writer = nodes.start(ADDRESS);
        List<TestServer> readers = List.of(nodes.start(ADDRESS), nodes.start(ADDRESS));
        for (int page = 0; page < 20; page++) {
            for (TestServer reader : readers) {
                untilHit(reader, "/broadcast/" + page);
            }
            change(writer, page);
            for (TestServer reader : readers) {
                awaitCurrent(reader, page);
                untilHit(reader, "/broadcast/" + page);
                assertCurrent(reader, page);
            }
        }
        assertThat(readers).allSatisfy(reader -> {
            assertThat(state(reader).received()).isPositive();
            assertThat(state(reader).drops()).as("no message was missed").isEqualTo(1);
        });
    }

    @Test
    void ownChangesAreSeenAtOnce() {
        TestServer node = nodes.start(ADDRESS);
        for (int i = 0; i < 50; i++) {
            untilHit(node, "/broadcast/1");
            change(node, 1);
            assertCurrent(node, 1);
        }
    }

    @Test
    void ownInvalidationsDoNotComeBackToTheSender() {
        TestServer node = nodes.start(ADDRESS);
        TestServer other = nodes.start(ADDRESS);
        change(node, 1);
        Eventually.get(() -> state(other).received(), received -> received > 0);
        assertThat(state(node).received()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "path", "namespace", "everything"})
    void everyKindOfInvalidationReachesOtherNodes(String kind) {
        TestServer one = nodes.start(ADDRESS);
        TestServer other = nodes.start(ADDRESS);
        untilHit(other, "/broadcast/2");
        untilHit(other, "/broadcast/lists/2");
        BroadcastPages.changeSecretly(2);
        switch (kind) {
            case "tag" -> cache(one).invalidateTags("page:2").join();
            case "path" -> cache(one).invalidatePath("/broadcast/2").join();
            case "namespace" -> cache(one).invalidateNamespace("pages").join();
            default -> cache(one).clear().join();
        }
        awaitCurrent(other, 2);
        boolean listStays = !other.get("/broadcast/lists/2").text().equals(BroadcastPages.current(2));
        assertThat(listStays).isEqualTo(!kind.equals("everything"));
    }

    @Test
    void invalidationOfManyTagsReachesOtherNodes() {
        TestServer one = nodes.start(ADDRESS);
        TestServer other = nodes.start(ADDRESS);
        IntStream.range(0, BroadcastPages.PAGES).forEach(page -> untilHit(other, "/broadcast/" + page));
        IntStream.range(0, BroadcastPages.PAGES).forEach(BroadcastPages::changeSecretly);
        // The tags of the pages are in the last of several messages.
        cache(one)
                .invalidateTags(IntStream.range(0, 5_000)
                        .map(n -> 4_999 - n)
                        .mapToObj(n -> "page:" + n)
                        .toList())
                .join();
        IntStream.range(0, BroadcastPages.PAGES).forEach(page -> awaitCurrent(other, page));
    }

    @Test
    void softInvalidationReachesOtherNodes() {
        TestServer one = nodes.start(ADDRESS);
        TestServer other = nodes.start(ADDRESS);
        String old = untilHit(other, "/broadcast/lists/3").text();
        BroadcastPages.changeSecretly(3);
        cache(one).softly().invalidateTags("list:3").join();
        Eventually.get(() -> state(other).received(), received -> received > 0);
        WireResponse stale = other.get("/broadcast/lists/3");
        assertThat(stale.isHit()).isTrue();
        assertThat(stale.text()).isEqualTo(old);
        Eventually.get(() -> other.get("/broadcast/lists/3").text(), BroadcastPages.current(3)::equals);
    }

    @Test
    void responseFromBeforeAnInvalidationIsNotStoredAfterIt() throws InterruptedException {
        TestServer one = nodes.start(ADDRESS);
        TestServer other = nodes.start(ADDRESS);
        BroadcastPages pages = other.bean(BroadcastPages.class);
        CompletableFuture<WireResponse> slow = CompletableFuture.supplyAsync(() -> other.get("/broadcast/slow/4"));
        assertThat(pages.slowHasRead.await(20, TimeUnit.SECONDS)).isTrue();
        change(one, 4);
        Eventually.get(() -> state(other).received(), received -> received > 0);
        pages.slowMayReturn.countDown();
        assertThat(slow.join().text()).isNotEqualTo(BroadcastPages.current(4));
        assertThat(other.get("/broadcast/slow/4").text()).isEqualTo(BroadcastPages.current(4));
    }

    @Test
    void applicationsWithOtherPrefixesAreApart() {
        TestServer one = nodes.start(ADDRESS);
        TestServer stranger = nodes.start(ADDRESS, "http-cache.key-prefix", "stranger:");
        TestServer other = nodes.start(ADDRESS);
        String old = untilHit(stranger, "/broadcast/5").text();
        untilHit(other, "/broadcast/5");
        change(one, 5);
        awaitCurrent(other, 5);
        assertThat(stranger.get("/broadcast/5").text()).isEqualTo(old);
        assertThat(state(stranger).received()).isZero();
    }

    @Test
    void versionsOfAnApplicationHearEachOther() {
        TestServer one = nodes.start(ADDRESS, "http-cache.version", "1");
        TestServer other = nodes.start(ADDRESS, "http-cache.version", "2");
        untilHit(other, "/broadcast/6");
        change(one, 6);
        awaitCurrent(other, 6);
    }

    @Test
    void nodeThatAnswersNothingFromItsCacheInvalidatesOnOthers() {
        TestServer off = nodes.start(ADDRESS, "http-cache.enabled", false);
        TestServer other = nodes.start(ADDRESS);
        untilHit(other, "/broadcast/7");
        change(off, 7);
        awaitCurrent(other, 7);
    }

    @Test
    void hitsCostNoCommands() {
        TestServer node = nodes.start(ADDRESS, "http-cache.memory.maximum-lag", "1h");
        untilHit(node, "/broadcast/8");
        assertThat(RedisServers.commandsDuring(REDIS, () -> {
                    for (int i = 0; i < 100; i++) {
                        assertThat(node.get("/broadcast/8").isHit()).isTrue();
                    }
                }))
                .isEmpty();
    }

    @Test
    void endpointAndStartupLogTellOfTheBroadcast() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.INFO)) {
            TestServer node = nodes.start(ADDRESS);
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("store memory (64 MB, invalidations broadcast over redis)"));
            assertThat(node.get("/httpcache").text())
                    .contains("\"broadcast\":{\"channel\":\"redis\",\"live\":true,\"received\":0,\"drops\":1");
        }
    }

    @Test
    void unknownChannelFailsStartup() {
        assertStartupFails(
                Map.of("http-cache.memory.broadcast", "pigeon", "redis.uri", "redis://127.0.0.1:1"),
                "http-cache.memory.broadcast",
                "'pigeon'",
                "[redis]");
        assertStartupFails(
                Map.of("http-cache.memory.broadcast", "redis"), "http-cache.memory.broadcast", "Set redis.uri");
        assertStartupFails(Map.of("http-cache.memory.maximum-lag", "99ms"), "http-cache.memory.maximum-lag", "100ms");
        assertStartupFails(Map.of("http-cache.memory.maximum-lag", "soon"), "http-cache.memory.maximum-lag", "soon");
    }
}
