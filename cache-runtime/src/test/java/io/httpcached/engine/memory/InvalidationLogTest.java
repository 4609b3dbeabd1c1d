package io.httpcached.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidationLogTest {

    private static final long NOW = 1_767_225_600_000L;

    private final InvalidationLog log = new InvalidationLog(3);

    @Test
    void aValueIsValidUntilOneOfItsTagsIsInvalidated() {
        long before = log.position();
        log.invalidate(List.of("other"), NOW);
        assertThat(log.unchangedSince(before, List.of("a", "b"))).isTrue();
        log.invalidate(List.of("b"), NOW);
        assertThat(log.unchangedSince(before, List.of("a", "b"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("a"))).isTrue();
    }

    @Test
    void aValueComputedAfterTheInvalidationIsValid() {
        log.invalidate(List.of("a"), NOW);
        assertThat(log.unchangedSince(log.position(), List.of("a"))).isTrue();
    }

    @Test
    void aValueComputedBetweenTwoInvalidationsIsInvalidatedByTheSecond() {
        log.invalidate(List.of("a"), NOW);
        long between = log.position();
        log.invalidate(List.of("a"), NOW);
        assertThat(log.unchangedSince(between, List.of("a"))).isFalse();
    }

    @Test
    void tagsInvalidatedTogetherAreAllInvalidated() {
        long before = log.position();
        log.invalidate(List.of("a", "b"), NOW);
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("b"))).isFalse();
    }

    @Test
    void longTagsAreInvalidatedLikeShortOnes() {
        String tag = "path:/" + "x".repeat(5_000);
        long before = log.position();
        log.invalidate(List.of(tag + 1), NOW);
        assertThat(log.unchangedSince(before, List.of(tag + 1))).isFalse();
        assertThat(log.unchangedSince(before, List.of(tag + 2))).isTrue();
        log.invalidate(List.of("a", "b", "c"), NOW);
        assertThat(log.unchangedSince(before, List.of(tag + 1))).isFalse();
        assertThat(log.unchangedSince(before, List.of(tag + 2))).isTrue();
    }

    /** A client can send many unsafe requests with long paths. 100,000 of them would keep 400 MB. */
    @Test
    void theLogDoesNotKeepLongTags() {
        InvalidationLog large = new InvalidationLog(100_000);
        String tag = "path:/" + "x".repeat(4_000);
        List<WeakReference<String>> tags = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String each = tag + i;
            tags.add(new WeakReference<>(each));
            large.invalidate(List.of(each), NOW);
        }
        await(tags);
        assertThat(large.unchangedSince(0, List.of(tag + 9))).isFalse();
    }

    private static void await(List<WeakReference<String>> tags) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (tags.stream().anyMatch(tag -> tag.get() != null)) {
            assertThat(System.nanoTime()).as("the log keeps the tags").isLessThan(end);
            System.gc();
        }
    }

    @Test
    void forgettingATagNeverMakesAValueValid() {
        long before = log.position();
        log.invalidate(List.of("a"), NOW);
        long after = log.position();
        for (int i = 0; i < 3; i++) {
            log.invalidate(List.of("filler" + i), NOW);
        }
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
        assertThat(log.unchangedSince(after, List.of("a"))).isTrue();
    }

    @Test
    void forgettingATagLeavesMostOtherTagsAlone() {
        long before = log.position();
        for (int i = 0; i < 1003; i++) {
            log.invalidate(List.of("filler" + i), NOW);
        }
        long kept = IntStream.range(0, 1000)
                .filter(i -> log.unchangedSince(before, List.of("unrelated" + i)))
                .count();
        assertThat(kept).isGreaterThan(950);
        assertThat(IntStream.range(0, 1003).filter(i -> log.unchangedSince(before, List.of("filler" + i))))
                .isEmpty();
    }

    @Test
    void aTagThatIsInvalidatedAgainTakesNoRoomOfOthers() {
        long before = log.position();
        log.invalidate(List.of("a"), NOW + 1);
        for (int i = 0; i < 100; i++) {
            log.invalidate(List.of("b", "c"), NOW + 2);
        }
        assertThat(log.invalidatedSince(before, List.of("a"))).isEqualTo(NOW + 1);
        assertThat(log.unchangedSince(before, List.of("unrelated"))).isTrue();
    }

    @Test
    void theTagThatIsForgottenIsTheOneWhoseLastInvalidationIsOldest() {
        long before = log.position();
        log.invalidate(List.of("a"), NOW + 1);
        log.invalidate(List.of("b"), NOW + 2);
        log.invalidate(List.of("c"), NOW + 3);
        log.invalidate(List.of("a"), NOW + 4);
        log.invalidate(List.of("d"), NOW + 5);
        assertThat(log.invalidatedSince(before, List.of("a"))).isEqualTo(NOW + 4);
        assertThat(log.invalidatedSince(before, List.of("b"))).isZero();
    }

    @Test
    void aTagInvalidatedAgainIsNotForgottenWithItsFirstInvalidation() {
        log.invalidate(List.of("a"), NOW);
        log.invalidate(List.of("filler"), NOW);
        long before = log.position();
        log.invalidate(List.of("a"), NOW);
        log.invalidate(List.of("filler"), NOW);
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
    }

    @Test
    void givesTheTimeSinceWhenAValueIsInvalid() {
        long before = log.position();
        log.invalidate(List.of("a"), NOW + 2);
        log.invalidate(List.of("b"), NOW + 1);
        assertThat(log.invalidatedSince(before, List.of("a"))).isEqualTo(NOW + 2);
        assertThat(log.invalidatedSince(before, List.of("a", "b"))).isEqualTo(NOW + 1);
        assertThat(log.invalidatedSince(before, List.of("c"))).isEqualTo(InvalidationLog.NEVER);
        assertThat(log.invalidatedSince(log.position(), List.of("a"))).isEqualTo(InvalidationLog.NEVER);
    }

    @Test
    void aForgottenInvalidationWasLongAgo() {
        long before = log.position();
        log.invalidate(List.of("a", "b", "c", "d"), NOW);
        assertThat(log.invalidatedSince(before, List.of("unrelated", "a"))).isZero();
        assertThat(log.invalidatedSince(before, List.of("unrelated"))).isEqualTo(InvalidationLog.NEVER);
    }
}
