package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeoutsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration HOUR = Duration.ofHours(1);

    private static final long SHORT_NANOS = Duration.ofMillis(30).toNanos();
    private static final long HOUR_NANOS = HOUR.toNanos();

    private final Timeouts timeouts = new Timeouts(Duration.ofMillis(30));
    private final Timeouts generous = new Timeouts(HOUR);

    @Test
    void failsALateFutureAndNotBefore() {
        long asked = System.nanoTime();
        CompletableFuture<String> limited = timeouts.limit(new CompletableFuture<>(), SHORT_NANOS);
        assertThat(limited)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(SHORT_NANOS);
    }

    @Test
    void whatWaitsForALateFutureDoesNotRunOnTheThreadOfAllTimers() {
        CompletableFuture<String> thread = timeouts.limit(new CompletableFuture<String>(), SHORT_NANOS)
                .handle((answer, late) -> Thread.currentThread().getName());
        assertThat(thread).succeedsWithin(PATIENCE).asString().doesNotContain("DelayScheduler");
    }

    @Test
    void passesOnAResultThatIsInTime() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> limited = generous.limit(answer, HOUR_NANOS);
        answer.complete("in time");
        assertThat(limited).isCompletedWithValue("in time");
    }

    @Test
    void findsAllLateFuturesBehindOneThatIsInTime() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> punctual = generous.limit(first, HOUR_NANOS);
        List<CompletableFuture<String>> late = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            late.add(generous.limit(new CompletableFuture<>(), 0));
        }
        first.complete("in time");
        late.forEach(each -> assertThat(each).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class));
        assertThat(punctual).isCompletedWithValue("in time");
    }

    @Test
    void failsAShorterTimeoutBeforeAnEarlierLongerOne() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> earlier = generous.limit(answer, HOUR_NANOS);
        assertThat(generous.limit(new CompletableFuture<>(), 0))
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class);
        assertThat(earlier).isNotDone();
        answer.complete("in time");
    }

    @Test
    void scansAgainAfterItHadNothingPending() {
        failsALateFutureAndNotBefore();
        failsALateFutureAndNotBefore();
    }

    @Test
    void leavesTheOriginalFutureAlone() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        assertThat(timeouts.limit(answer, SHORT_NANOS))
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class);
        assertThat(answer).isNotDone();
    }
}
