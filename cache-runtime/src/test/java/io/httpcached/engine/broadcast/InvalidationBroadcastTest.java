package io.httpcached.engine.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.LogLines;
import io.httpcached.engine.remote.RemoteSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvalidationBroadcastTest {

    /** So long that the test asks before the timer does. */
    private static final Duration LAG = Duration.ofHours(1);

    private final FakeClock clock = new FakeClock();
    private final FakeTopic topic = new FakeTopic();
    private final Node one = new Node();
    private final Node other = new Node();

    /** A node that records what it carries out. */
    private final class Node {

        final FakeTopic.FakeChannel channel = topic.channel();
        final List<String> carriedOut = new ArrayList<>();
        final InvalidationBroadcast broadcast = new InvalidationBroadcast(
                channel,
                new BroadcastSettings(
                        "fake",
                        LAG,
                        new RemoteSettings(
                                Duration.ofSeconds(10),
                                "shop:",
                                "",
                                Duration.ofDays(1),
                                1_000,
                                Duration.ZERO,
                                3,
                                Duration.ofMillis(5))),
                (tags, mode) -> carriedOut.add(mode + " " + String.join(",", tags)),
                clock.source(),
                Runnable::run);

        void start() {
            broadcast.start();
            carriedOut.clear();
        }

        boolean publish(String... tags) {
            return !broadcast
                    .publish(List.of(tags), InvalidationMode.REMOVE)
                    .toCompletableFuture()
                    .isCompletedExceptionally();
        }
    }

    @AfterEach
    void close() {
        one.broadcast.close();
        other.broadcast.close();
    }

    @Test
    void theFirstUseBeginsToListenAndDropsWhatWasThereBefore() {
        assertThat(one.broadcast.isLive()).isFalse();
        assertThat(one.carriedOut).containsExactly("REMOVE all:");
        assertThat(one.broadcast.isLive()).isTrue();
    }

    @Test
    void tellsOtherNodesAndNotItself() {
        one.start();
        other.start();
        assertThat(one.publish("tag:a", "tag:b")).isTrue();
        var unused = one.broadcast.publish(List.of("tag:c"), InvalidationMode.MARK_STALE);
        assertThat(other.carriedOut).containsExactly("REMOVE tag:a,tag:b", "MARK_STALE tag:c");
        assertThat(one.carriedOut).isEmpty();
        assertThat(other.broadcast.statistics().received()).isEqualTo(2);
    }

    @Test
    void aNodeThatOnlyListensBeginsTheNumbers() {
        one.start();
        assertThat(topic.position).isPositive();
        assertThat(one.broadcast.isLive()).isTrue();
    }

    @Test
    void isNotLiveWhileTheConnectionIsBroken() {
        one.start();
        one.channel.down = true;
        one.channel.cut();
        assertThat(one.broadcast.isLive()).isFalse();
        one.broadcast.listen();
        assertThat(one.broadcast.isLive()).isFalse();
        assertThat(one.carriedOut).isEmpty();
        assertThat(one.broadcast.statistics().lastFailure()).contains("down");
    }

    @Test
    void dropsAllBeforeItIsLiveAgain() {
        one.start();
        other.start();
        one.channel.down = true;
        one.channel.cut();
        other.publish("tag:missed");
        one.channel.down = false;
        one.broadcast.listen();
        assertThat(one.carriedOut).containsExactly("REMOVE all:");
        assertThat(one.broadcast.isLive()).isTrue();
    }

    @Test
    void dropsAllWhenTheNextMessageShowsThatOneWasLost() {
        one.start();
        other.start();
        one.channel.losing = true;
        other.publish("tag:lost");
        one.channel.losing = false;
        other.publish("tag:b");
        assertThat(one.carriedOut).containsExactly("REMOVE all:", "REMOVE tag:b");
    }

    @Test
    void listensAnewIfAMessageDoesNotArrive() {
        one.start();
        other.start();
        one.channel.losing = true;
        other.publish("tag:lost");
        one.broadcast.listen();
        clock.advance(LAG.plusMillis(1));
        assertThat(one.broadcast.isLive()).isFalse();
        one.channel.losing = false;
        one.broadcast.listen();
        assertThat(one.channel.subscriptions).isEqualTo(2);
        assertThat(one.carriedOut).containsExactly("REMOVE all:");
        assertThat(one.broadcast.isLive()).isTrue();
    }

    @Test
    void isNotLiveWhileThePositionCannotBeRead() {
        one.start();
        one.channel.down = true;
        one.broadcast.listen();
        assertThat(one.broadcast.isLive()).isTrue();
        clock.advance(LAG.plusMillis(1));
        assertThat(one.broadcast.isLive()).isFalse();
        one.channel.down = false;
        clock.advance(Duration.ofMillis(10));
        one.broadcast.listen();
        assertThat(one.broadcast.isLive()).isTrue();
        assertThat(one.carriedOut).as("nothing was missed").isEmpty();
    }

    @Test
    void dropsAllIfTheServiceLosesThePosition() {
        one.start();
        topic.position = 0;
        one.broadcast.listen();
        assertThat(one.carriedOut).containsExactly("REMOVE all:");
        assertThat(one.broadcast.isLive()).isTrue();
    }

    @Test
    void repeatsWhatWasNotConfirmed() {
        one.start();
        other.start();
        one.channel.down = true;
        assertThat(one.publish("tag:a", "tag:b")).isFalse();
        assertThat(one.broadcast.statistics().unconfirmedInvalidations()).isEqualTo(2);
        assertThat(other.carriedOut).isEmpty();
        one.channel.down = false;
        one.broadcast.listen();
        assertThat(other.carriedOut).containsExactly("REMOVE tag:a,tag:b");
        assertThat(one.broadcast.statistics().unconfirmedInvalidations()).isZero();
        one.broadcast.listen();
        assertThat(other.carriedOut).hasSize(1);
    }

    @Test
    void invalidatesAllEntriesIfTooMuchIsUnconfirmed() {
        one.start();
        other.start();
        one.channel.down = true;
        for (int i = 0; i < 3; i++) {
            int part = i;
            one.publish(IntStream.range(0, 40_000)
                    .mapToObj(n -> "tag:" + part + ':' + n)
                    .toArray(String[]::new));
        }
        one.channel.down = false;
        one.broadcast.listen();
        assertThat(other.carriedOut).containsExactly("REMOVE all:");
    }

    @Test
    void dropsAllForAMessageThatIsNotUnderstood() {
        one.start();
        try (LogLines log = new LogLines("io.httpcached.broadcast")) {
            for (int i = 0; i < 100; i++) {
                topic.channel().publish("", new byte[] {99});
            }
            assertThat(log.all()).hasSize(1).first().asString().contains("version 99");
        }
        assertThat(one.carriedOut).hasSize(100).containsOnly("REMOVE all:");
        assertThat(one.broadcast.statistics().malformed()).isEqualTo(100);
    }

    @Test
    void logsLostConnectionsAFewTimesAMinute() {
        one.start();
        try (LogLines log = new LogLines("io.httpcached.broadcast")) {
            for (int i = 0; i < 100; i++) {
                one.channel.cut();
                one.broadcast.listen();
            }
            assertThat(log.all()).hasSizeBetween(1, 5).first().asString().contains("the connection broke");
        }
    }

    @Test
    void saysWhatItGivesUpWhenItIsClosed() {
        one.start();
        one.channel.down = true;
        one.publish("tag:a");
        try (LogLines log = new LogLines("io.httpcached.broadcast")) {
            one.broadcast.close();
            assertThat(log.all()).hasSize(1).first().asString().contains("1 tags");
        }
        assertThat(one.channel.closed).isTrue();
        assertThat(one.channel.listener).isNull();
    }
}
