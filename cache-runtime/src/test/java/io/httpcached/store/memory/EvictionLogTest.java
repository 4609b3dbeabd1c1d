package io.httpcached.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvictionLogTest {

    private final EvictionLog log = new EvictionLog(3);

    @Test
    void aValueIsValidUntilOneOfItsNamesIsEvicted() {
        long before = log.position();
        log.evict(List.of("other"));
        assertThat(log.unchangedSince(before, List.of("a", "b"))).isTrue();
        log.evict(List.of("b"));
        assertThat(log.unchangedSince(before, List.of("a", "b"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("a"))).isTrue();
    }

    @Test
    void aValueComputedAfterTheEvictionIsValid() {
        log.evict(List.of("a"));
        assertThat(log.unchangedSince(log.position(), List.of("a"))).isTrue();
    }

    @Test
    void aValueComputedBetweenTwoEvictionsFallsToTheSecond() {
        log.evict(List.of("a"));
        long between = log.position();
        log.evict(List.of("a"));
        assertThat(log.unchangedSince(between, List.of("a"))).isFalse();
    }

    @Test
    void namesEvictedTogetherAreAllEvicted() {
        long before = log.position();
        log.evict(List.of("a", "b"));
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("b"))).isFalse();
    }

    @Test
    void forgettingANameNeverRevivesAValue() {
        long before = log.position();
        log.evict(List.of("a"));
        long after = log.position();
        for (int i = 0; i < 3; i++) {
            log.evict(List.of("filler" + i));
        }
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
        assertThat(log.unchangedSince(before, List.of("unrelated"))).isFalse();
        assertThat(log.unchangedSince(after, List.of("a"))).isTrue();
    }

    @Test
    void aNameEvictedAgainIsNotForgottenWithItsFirstEviction() {
        log.evict(List.of("a"));
        log.evict(List.of("filler"));
        long before = log.position();
        log.evict(List.of("a"));
        log.evict(List.of("filler"));
        assertThat(log.unchangedSince(before, List.of("a"))).isFalse();
    }
}
