package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.LogLines;
import io.httpcached.engine.remote.StoreFailureLog.Operation;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreFailureLogTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
    private final StoreFailureLog failures = new StoreFailureLog("fake", Duration.ofNanos(100), now::get);
    private final LogLines log = new LogLines("io.httpcached.backend");

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void logsOneFailurePerPeriodAndCountsTheOthers() {
        failures.failed(Operation.READ, "a");
        failures.failed(Operation.READ, "b");
        now.addAndGet(99);
        failures.failed(Operation.READ, "c");
        now.addAndGet(1);
        failures.failed(Operation.READ, "d");
        now.addAndGet(100);
        failures.failed(Operation.READ, "e");
        assertThat(log.all())
                .containsExactly(
                        "WARN Backend fake fails: a.",
                        "WARN Backend fake fails: d. 2 earlier failures were not logged.",
                        "WARN Backend fake fails: e.");
    }

    @Test
    void logsTheRecoveryOfTheOperationThatFailedOnce() {
        failures.succeeded(Operation.READ);
        failures.failed(Operation.READ, "a");
        failures.succeeded(Operation.WRITE);
        failures.succeeded(Operation.READ);
        failures.succeeded(Operation.READ);
        assertThat(log.all()).containsExactly("WARN Backend fake fails: a.", "INFO Backend fake answers again.");
    }

    @Test
    void aReadShowsTheRecoveryWhereReadsFailAsWell() {
        failures.failed(Operation.WRITE, "a");
        failures.succeeded(Operation.READ);
        assertThat(log.all()).hasSize(1);
        failures.failed(Operation.READ, "b");
        failures.succeeded(Operation.WRITE);
        assertThat(log.all()).hasSize(1);
        failures.succeeded(Operation.READ);
        assertThat(log.all()).last().isEqualTo("INFO Backend fake answers again.");
    }

    @Test
    void aWriteThatFailsWhileReadsFailChangesNothing() {
        failures.failed(Operation.READ, "a");
        failures.failed(Operation.WRITE, "b");
        failures.succeeded(Operation.WRITE);
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void logsASecondOutageAtOnce() {
        failures.failed(Operation.READ, "a");
        failures.failed(Operation.READ, "b");
        failures.succeeded(Operation.READ);
        now.addAndGet(1);
        failures.failed(Operation.READ, "c");
        failures.failed(Operation.READ, "d");
        assertThat(log.all())
                .containsExactly(
                        "WARN Backend fake fails: a.",
                        "INFO Backend fake answers again.",
                        "WARN Backend fake fails: c. 1 earlier failures were not logged.");
    }

    @Test
    void logsFiveOutagesPerPeriod() {
        for (int i = 0; i < 50; i++) {
            failures.failed(Operation.READ, "a");
            failures.succeeded(Operation.READ);
        }
        assertThat(log.all()).hasSize(10);
        now.addAndGet(100);
        failures.failed(Operation.READ, "b");
        assertThat(log.all())
                .hasSize(11)
                .last()
                .isEqualTo("WARN Backend fake fails: b. 45 earlier failures were not logged.");
    }

    @Test
    void logsTheUnconfirmedInvalidationsOncePerPeriodAndAfterTheyWereConfirmed() {
        failures.invalidationsUnconfirmed(2);
        failures.invalidationsUnconfirmed(5);
        now.addAndGet(99);
        failures.invalidationsUnconfirmed(9);
        now.addAndGet(1);
        failures.invalidationsUnconfirmed(14);
        failures.invalidationsConfirmed();
        now.addAndGet(1);
        failures.invalidationsUnconfirmed(1);
        failures.invalidationsUnconfirmed(2);
        assertThat(log.all()).containsExactly(unconfirmed(2), unconfirmed(14), unconfirmed(1));
    }

    @Test
    void sumsLostInvalidationsUpPerPeriod() {
        failures.invalidationsLost(2);
        failures.invalidationsLost(3);
        now.addAndGet(99);
        failures.invalidationsLost(4);
        now.addAndGet(1);
        failures.invalidationsLost(5);
        now.addAndGet(50);
        failures.invalidationsLost(6);
        failures.lastInvalidationsLost(1);
        failures.lastInvalidationsLost(0);
        assertThat(log.all()).containsExactly(lost(2), lost(12), lost(7));
    }

    @Test
    void reasonsNameTheCauseAndTheFirstLineOfItsMessage() {
        IllegalStateException cause = new IllegalStateException("first\nsecond", new RuntimeException("deeper"));
        assertThat(StoreFailureLog.reason(cause)).isEqualTo("IllegalStateException: first");
        assertThat(StoreFailureLog.reason(new CompletionException(new ExecutionException(cause))))
                .isEqualTo("IllegalStateException: first");
        assertThat(StoreFailureLog.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(StoreFailureLog.reason(new IllegalStateException(""))).isEqualTo("IllegalStateException: ");
        assertThat(StoreFailureLog.reason(new CompletionException("alone", null)))
                .isEqualTo("CompletionException: alone");
    }

    private static String unconfirmed(int tags) {
        return "ERROR Backend fake did not confirm the invalidation of " + tags
                + " tags. Until it does, other nodes may serve outdated entries.";
    }

    private static String lost(int tags) {
        return "ERROR Backend fake did not confirm the invalidation of " + tags
                + " tags, which is given up. It may serve outdated entries.";
    }
}
