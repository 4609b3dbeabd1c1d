package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.Deadline;
import io.httpcached.engine.LogLines;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedStoreTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong();
    private final GuardedStore guard = guard(TIMEOUT);
    private final AtomicInteger asked = new AtomicInteger();
    private final LogLines log = new LogLines("io.httpcached.backend");

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void aReadCountsAgainstTheDeadlineOfItsRequest() {
        Deadline deadline = new Deadline();
        CompletionStage<String> read = guard.read(() -> answerAfter(7, "a"), deadline);
        assertThat(read).isCompletedWithValue("a");
        assertThat(deadline.remainingNanos(10)).isEqualTo(3);
    }

    @Test
    void aWriteCountsAgainstTheDeadlineOfItsRequest() {
        Deadline deadline = new Deadline();
        assertThat(guard.write(() -> answerAfter(7, "a"), deadline)).isCompletedWithValue("a");
        assertThat(deadline.remainingNanos(10)).isEqualTo(3);
    }

    @Test
    void pastTheDeadlineNothingIsAsked() {
        Deadline deadline = new Deadline();
        deadline.addWait(TIMEOUT.toNanos());
        assertThat(guard.read(this::ask, deadline).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(guard.write(this::ask, deadline).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(asked).hasValue(0);
        assertThat(guard.lastFailure()).isNull();
    }

    @Test
    void failedReadsMakeTheBackendUnavailableAndASuccessMakesItAvailable() {
        failReads(2);
        assertThat(guard.isAvailable()).isTrue();
        failReads(1);
        assertThat(guard.isAvailable()).isFalse();
        assertThat(guard.read(this::ask, new Deadline()).toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .withMessage("unavailable since IllegalStateException: no");
        AtomicInteger ended = new AtomicInteger();
        assertThat(guard.write(this::ask, ended::incrementAndGet).toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(ended).hasValue(1);
        assertThat(asked).hasValue(0);
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(guard.read(this::ask, new Deadline())).isCompletedWithValue("a");
        assertThat(guard.isAvailable()).isTrue();
        assertThat(log.all())
                .containsExactly(
                        "WARN Backend fake fails: IllegalStateException: no.", "INFO Backend fake answers again.");
    }

    @Test
    void failedWritesAreLoggedAndDoNotMakeTheBackendUnavailable() {
        for (int i = 0; i < 5; i++) {
            assertThat(guard.write(GuardedStoreTest::failed).toCompletableFuture())
                    .isCompletedExceptionally();
        }
        assertThat(guard.isAvailable()).isTrue();
        assertThat(guard.lastFailure()).isEqualTo("IllegalStateException: no");
        assertThat(guard.write(this::ask)).isCompletedWithValue("a");
        assertThat(log.all())
                .containsExactly(
                        "WARN Backend fake fails: IllegalStateException: no.", "INFO Backend fake answers again.");
    }

    @Test
    void writesThatTimeOutMakeTheBackendUnavailable() {
        GuardedStore impatient = guard(Duration.ofMillis(2));
        for (int i = 0; i < 3; i++) {
            assertThat(impatient.isAvailable()).isTrue();
            assertThat(impatient.write(CompletableFuture::new).toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(TimeoutException.class);
        }
        assertThat(impatient.isAvailable()).isFalse();
        assertThat(impatient.lastFailure()).isEqualTo("no answer within 2 ms");
    }

    @Test
    void aFailureThatIsNoTimeoutCountsHoweverLittleTimeWasLeft() {
        Deadline deadline = new Deadline();
        deadline.addWait(1);
        assertThat(guard.read(GuardedStoreTest::failed, deadline).toCompletableFuture())
                .isCompletedExceptionally();
        assertThat(guard.lastFailure()).isEqualTo("IllegalStateException: no");
    }

    @Test
    void aWriteEndsOnceAndWithItsOperation() {
        AtomicInteger ended = new AtomicInteger();
        CompletableFuture<String> operation = new CompletableFuture<>();
        CompletionStage<String> write = guard.write(() -> operation, ended::incrementAndGet);
        assertThat(ended).hasValue(0);
        operation.complete("a");
        assertThat(write.toCompletableFuture().join()).isEqualTo("a");
        assertThat(ended).hasValue(1);
    }

    @Test
    void anExceptionOfTheClientLibraryIsAFailure() {
        Supplier<CompletionStage<String>> throwing = () -> {
            throw new IllegalArgumentException("bad");
        };
        assertThat(guard.read(throwing, new Deadline()).toCompletableFuture()).isCompletedExceptionally();
        assertThat(guard.lastFailure()).isEqualTo("IllegalArgumentException: bad");
    }

    @Test
    void anUnattendedOperationRunsAndItsFailureDoesNotCount() {
        guard.startUnattended(this::ask);
        assertThat(asked).hasValue(1);
        for (int i = 0; i < 5; i++) {
            guard.startUnattended(GuardedStoreTest::failed);
        }
        assertThat(guard.lastFailure()).isNull();
        assertThat(guard.isAvailable()).isTrue();
    }

    @Test
    void aRejectedWriteIsRecorded() {
        guard.recordRejectedWrite(new IllegalStateException("no"));
        assertThat(guard.lastFailure()).isEqualTo("IllegalStateException: no");
        guard.read(this::ask, new Deadline());
        assertThat(log.all()).hasSize(1);
        guard.write(this::ask);
        assertThat(log.all()).hasSize(2);
    }

    private void failReads(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(guard.read(GuardedStoreTest::failed, new Deadline()).toCompletableFuture())
                    .isCompletedExceptionally();
        }
    }

    private CompletionStage<String> ask() {
        asked.incrementAndGet();
        return CompletableFuture.completedFuture("a");
    }

    private CompletionStage<String> answerAfter(long nanos, String value) {
        now.addAndGet(nanos);
        return CompletableFuture.completedFuture(value);
    }

    private static CompletionStage<String> failed() {
        return CompletableFuture.failedFuture(new IllegalStateException("no"));
    }

    private GuardedStore guard(Duration timeout) {
        RemoteSettings settings =
                new RemoteSettings(timeout, "p:", "", Duration.ofDays(7), 2000, Duration.ZERO, 3, Duration.ofHours(1));
        return new GuardedStore("fake", settings, now::get);
    }
}
