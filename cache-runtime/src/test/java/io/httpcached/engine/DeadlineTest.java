package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final Deadline deadline = new Deadline();

    @Test
    void waitsShortenTheRemainingTime() {
        assertThat(deadline.remainingNanos(10)).isEqualTo(10);
        deadline.addWait(3);
        deadline.addWait(4);
        assertThat(deadline.remainingNanos(10)).isEqualTo(3);
        deadline.addWait(5);
        assertThat(deadline.remainingNanos(10)).isZero();
    }

    @Test
    void aCopyBeginsWithTheTimeSpentAndCountsItsOwn() {
        deadline.addWait(3);
        Deadline copy = deadline.copy();
        copy.addWait(2);
        assertThat(copy.spentNanos()).isEqualTo(5);
        assertThat(deadline.spentNanos()).isEqualTo(3);
    }
}
