package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.BroadcastNodes.LAG;
import static io.httpcached.suite.backend.BroadcastNodes.assertCurrent;
import static io.httpcached.suite.backend.BroadcastNodes.at;
import static io.httpcached.suite.backend.BroadcastNodes.awaitConfirmed;
import static io.httpcached.suite.backend.BroadcastNodes.awaitCurrent;
import static io.httpcached.suite.backend.BroadcastNodes.awaitLive;
import static io.httpcached.suite.backend.BroadcastNodes.cache;
import static io.httpcached.suite.backend.BroadcastNodes.change;
import static io.httpcached.suite.backend.BroadcastNodes.state;
import static io.httpcached.suite.backend.BroadcastNodes.untilHit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.lettuce.core.KillArgs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that nodes which exchange invalidations serve nothing outdated after messages were lost. */
class MemoryBroadcastFaultsTest {

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay network = Relay.to(redis.server());
    private final BroadcastNodes nodes = new BroadcastNodes();

    @AfterEach
    void stop() {
        nodes.close();
        network.close();
        redis.close();
    }

    @Test
    void entriesFromBeforeALostConnectionAreNotUsed() {
        TestServer writer = nodes.start(at(redis.port()));
        TestServer reader = nodes.start(at(redis.port()));
        untilHit(reader, "/broadcast/10");
        long drops = state(reader).drops();
        BroadcastPages.changeSecretly(10);
        RedisServers.tell(redis.server(), commands -> commands.clientKill(KillArgs.Builder.typePubsub()));
        Eventually.get(() -> state(reader), state -> state.live() && state.drops() > drops);
        assertCurrent(reader, 10);
        untilHit(reader, "/broadcast/10");
        change(writer, 10);
        awaitCurrent(reader, 10);
    }

    @Test
    void aNodeDoesNotUseItsEntriesWhileItIsCutOff() {
        TestServer reader = nodes.start(at(network.port()));
        untilHit(reader, "/broadcast/11");
        network.begin(Fault.REFUSE);
        WireResponse miss = Eventually.get(() -> reader.get("/broadcast/11"), answer -> !answer.isHit());
        assertThat(miss.cacheStatus()).contains("detail=\"broadcast unavailable\"");
        BroadcastPages.changeSecretly(11);
        assertCurrent(reader, 11);
        network.end();
        assertCurrent(reader, 11);
        untilHit(reader, "/broadcast/11");
        assertCurrent(reader, 11);
    }

    /** The network breaks without a word: the subscription looks alive, and its messages do not arrive. */
    @Test
    void messagesThatAreLostInSilenceAreNoticed() {
        TestServer writer = nodes.start(at(redis.port()));
        TestServer reader = nodes.start(at(network.port()));
        try (BroadcastReaders readers = new BroadcastReaders(12, LAG, List.of(reader))) {
            untilHit(reader, "/broadcast/12");
            network.silenceOpenConnections();
            change(writer, 12);
            readers.confirmed();
            awaitCurrent(reader, 12);
            awaitLive(reader);
            change(writer, 12);
            readers.confirmed();
            awaitCurrent(reader, 12);
            assertThat(readers.outdated()).isEmpty();
            assertThat(readers.hits()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFaultOfTheNetworkMakesAnAnswerOlderThanTheLag(Fault fault) {
        TestServer writer = nodes.start(at(redis.port()));
        TestServer reader = nodes.start(at(network.port()));
        try (BroadcastReaders readers = new BroadcastReaders(13, LAG, List.of(reader, writer))) {
            untilHit(reader, "/broadcast/13");
            for (int round = 0; round < 3; round++) {
                network.begin(fault);
                for (int i = 0; i < 5; i++) {
                    change(writer, 13);
                    readers.confirmed();
                    awaitAnswers(readers, 50);
                }
                awaitPassed(LAG.toNanos());
                network.end();
                awaitLive(reader);
                untilHit(reader, "/broadcast/13");
            }
            assertThat(readers.outdated()).isEmpty();
            assertThat(readers.hits()).isPositive();
        }
    }

    @Test
    void invalidationsDuringARestartOfRedisReachOtherNodes() {
        TestServer writer = nodes.start(at(redis.port()));
        TestServer reader = nodes.start(at(redis.port()));
        untilHit(reader, "/broadcast/14");
        redis.kill();
        Eventually.get(() -> state(reader), state -> !state.live());
        BroadcastPages.changeSecretly(14);
        assertThatThrownBy(() -> cache(writer).invalidateTags("page:14").join()).isNotNull();
        assertThat(state(writer).unconfirmedInvalidations()).isEqualTo(1);
        assertCurrent(reader, 14);
        redis.restart();
        awaitLive(reader);
        awaitLive(writer);
        awaitConfirmed(writer);
        assertCurrent(reader, 14);
        untilHit(reader, "/broadcast/14");
        change(writer, 14);
        awaitCurrent(reader, 14);
    }

    @Test
    void unconfirmedInvalidationsAreRepeated() {
        TestServer writer = nodes.start(at(network.port()), "http-cache.backend-timeout", "50ms");
        TestServer reader = nodes.start(at(redis.port()));
        untilHit(writer, "/broadcast/15");
        untilHit(reader, "/broadcast/15");
        network.begin(Fault.REFUSE);
        BroadcastPages.changeSecretly(15);
        assertThatThrownBy(() -> cache(writer).invalidateTags("page:15").join()).isNotNull();
        assertCurrent(writer, 15);
        network.end();
        awaitConfirmed(writer);
        awaitCurrent(reader, 15);
    }

    @Test
    void invalidationWaitsNoLongerThanTheTimeout() {
        TestServer writer = nodes.start(at(network.port()), "http-cache.backend-timeout", "100ms");
        network.begin(Fault.HANG);
        long start = System.nanoTime();
        change(writer, 16);
        assertThat(System.nanoTime() - start).isLessThan(LAG.toNanos() * 2);
        network.end();
        awaitConfirmed(writer);
    }

    @Test
    void flushedServerHasAllNodesDropTheirEntries() {
        TestServer reader = nodes.start(at(redis.port()));
        untilHit(reader, "/broadcast/17");
        BroadcastPages.changeSecretly(17);
        RedisServers.tell(redis.server(), commands -> commands.flushall());
        awaitCurrent(reader, 17);
        untilHit(reader, "/broadcast/17");
    }

    @Test
    void messagesOfOthersOnTheTopicDropAllEntries() {
        TestServer reader = nodes.start(at(redis.port()), "http-cache.key-prefix", "mine:");
        untilHit(reader, "/broadcast/18");
        BroadcastPages.changeSecretly(18);
        RedisServers.tell(redis.server(), commands -> {
            commands.publish("mine:b", "hello");
            commands.publish("mine:b", "12345:hello");
            commands.publish("mine:b", "");
        });
        awaitCurrent(reader, 18);
        assertThat(state(reader).malformed()).isEqualTo(3);
        Eventually.get(() -> state(reader), BroadcastStatistics::live);
        untilHit(reader, "/broadcast/18");
    }

    @Test
    void applicationStartsWithoutRedis() {
        redis.kill();
        TestServer node =
                nodes.startUnheard(at(redis.port()), "endpoints.health.enabled", true, "redis.health.enabled", false);
        WireResponse answer = node.get("/broadcast/19");
        assertThat(answer.cacheStatus()).contains("broadcast unavailable");
        assertThat(node.get("/health").text()).contains("UNKNOWN");
        redis.restart();
        untilHit(node, "/broadcast/19");
    }

    /** Redis closes the connection of a subscriber that does not read (client-output-buffer-limit). */
    @Test
    void aSubscriberThatIsTooSlowDropsAllEntries() {
        TestServer writer =
                nodes.start(at(redis.port()), "http-cache.key-prefix", "mine:", "http-cache.backend-timeout", "9s");
        TestServer reader = nodes.start(at(network.port()), "http-cache.key-prefix", "mine:");
        untilHit(reader, "/broadcast/20");
        long drops = state(reader).drops();
        List<String> many = IntStream.range(0, 5_000)
                .mapToObj(number -> "other:" + number + "-".repeat(200))
                .toList();
        RedisServers.tell(redis.server(), commands -> {
            commands.configSet("client-output-buffer-limit", "pubsub 2mb 0 0");
            network.begin(Fault.HANG);
            for (int i = 0; i < 100 && commands.pubsubNumsub("mine:b").containsValue(2L); i++) {
                cache(writer).invalidateTags(many).join();
            }
            assertThat(commands.pubsubNumsub("mine:b")).containsEntry("mine:b", 1L);
        });
        change(writer, 20);
        network.end();
        // Until it has lost its connection, it may use its entries for the maximum lag.
        Eventually.get(() -> state(reader).drops(), count -> count > drops);
        awaitLive(reader);
        assertCurrent(reader, 20);
        untilHit(reader, "/broadcast/20");
        change(writer, 20);
        awaitCurrent(reader, 20);
    }

    @Test
    void nothingIsLeftBehind() {
        TestServer staying = nodes.start(at(redis.port()));
        long clients = RedisServers.clients(redis.server());
        for (int i = 0; i < 5; i++) {
            try (BroadcastNodes leaving = new BroadcastNodes()) {
                leaving.start(at(redis.port()));
                assertThat(RedisServers.clients(redis.server())).isGreaterThan(clients);
            }
        }
        Eventually.get(() -> RedisServers.clients(redis.server()), now -> now == clients);
        RedisServers.tell(
                redis.server(),
                commands -> Eventually.get(() -> commands.pubsubChannels("*:b"), channels -> channels.size() == 1));
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("lettuce"))
                .hasSizeLessThan(100);
        awaitLive(staying);
    }

    private static void awaitAnswers(BroadcastReaders readers, long more) {
        long before = readers.answers();
        Eventually.get(readers::answers, now -> now >= before + more);
    }

    private static void awaitPassed(long nanos) {
        long start = System.nanoTime();
        Eventually.get(System::nanoTime, now -> now - start > nanos);
    }
}
