package io.httpcached.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvictionLogTest {

    private static final long NOW = 1_767_225_600_000L;

    private final EvictionLog log = new EvictionLog(3);

    @Test
    void aValueIsValidUntilOneOfItsNamesIsEvicted() {
        long before = log.position();
        log.evict(List.of("other"), NOW);
        assertThat(log.unchangedSince(before, List.of("a", "b"))).isTrue();
        log.evict(List.of("b"), NOW);
        assertThat(log.unchangedSince(before, List.of("a", "b"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("a"))).isTrue();
    }

    @Test
    void aValueComputedAfterTheEvictionIsValid() {
        log.evict(List.of("a"), NOW);
        assertThat(log.unchangedSince(log.position(), List.of("a"))).isTrue();
    }

    @Test
    void aValueComputedBetweenTwoEvictionsFallsToTheSecond() {
        log.evict(List.of("a"), NOW);
        long between = log.position();
        log.evict(List.of("a"), NOW);
        assertThat(log.unchangedSince(between, List.of("a"))).isFalse();
    }

    @Test
    void namesEvictedTogetherAreAllEvicted() {
        long before = log.position();
        log.evict(List.of("a", "b"), NOW);
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("b"))).isFalse();
    }

    @Test
    void forgettingANameNeverRevivesAValue() {
        long before = log.position();
        log.evict(List.of("a"), NOW);
        long after = log.position();
        for (int i = 0; i < 3; i++) {
            log.evict(List.of("filler" + i), NOW);
        }
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("unrelated"))).isFalse();
        assertThat(log.unchangedSince(after, List.of("a"))).isTrue();
    }

    @Test
    void aNameEvictedAgainIsNotForgottenWithItsFirstEviction() {
        log.evict(List.of("a"), NOW);
        log.evict(List.of("filler"), NOW);
        long before = log.position();
        log.evict(List.of("a"), NOW);
        log.evict(List.of("filler"), NOW);
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
    }

    @Test
    void tellsSinceWhenAValueIsInvalid() {
        long before = log.position();
        log.evict(List.of("a"), NOW + 2);
        log.evict(List.of("b"), NOW + 1);
        assertThat(log.evictedSince(before, List.of("a"))).isEqualTo(NOW + 2);
        assertThat(log.evictedSince(before, List.of("a", "b"))).isEqualTo(NOW + 1);
        assertThat(log.evictedSince(before, List.of("c"))).isEqualTo(EvictionLog.NEVER);
        assertThat(log.evictedSince(log.position(), List.of("a"))).isEqualTo(EvictionLog.NEVER);
    }

    @Test
    void aForgottenEvictionWasLongAgo() {
        long before = log.position();
        log.evict(List.of("a", "b", "c", "d"), NOW);
        assertThat(log.evictedSince(before, List.of("unrelated"))).isZero();
    }
}
