package io.httpcached.engine.remote;

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

    private final Timeouts deadlines = new Timeouts(Duration.ofMillis(30));
    private final Timeouts generous = new Timeouts(HOUR);

    @Test
    void failsWhatIsNotAnsweredInTimeAndNotBefore() {
        long asked = System.nanoTime();
        CompletableFuture<String> limited = deadlines.limit(new CompletableFuture<>(), 0);
        assertThat(limited)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(System.nanoTime() - asked)
                .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
    }

    @Test
    void handsOnWhatIsAnsweredInTime() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> limited = generous.limit(answer, 0);
        answer.complete("in time");
        assertThat(limited).isCompletedWithValue("in time");
    }

    @Test
    void findsAllThatAreLateBehindOneThatIsAnswered() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> punctual = generous.limit(first, 0);
        List<CompletableFuture<String>> late = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            late.add(generous.limit(new CompletableFuture<>(), HOUR.toNanos()));
        }
        first.complete("in time");
        late.forEach(each -> assertThat(each).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class));
        assertThat(punctual).isCompletedWithValue("in time");
    }

    @Test
    void failsWhatHasLessTimeLeftBeforeWhatWasAskedEarlier() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> earlier = generous.limit(answer, 0);
        assertThat(generous.limit(new CompletableFuture<>(), HOUR.toNanos()))
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class);
        assertThat(earlier).isNotDone();
        answer.complete("in time");
    }

    @Test
    void looksAgainAfterItHadNothingToExpect() {
        failsWhatIsNotAnsweredInTimeAndNotBefore();
        failsWhatIsNotAnsweredInTimeAndNotBefore();
    }

    @Test
    void doesNotFailWhatOthersSee() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        assertThat(deadlines.limit(answer, 0)).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class);
        assertThat(answer).isNotDone();
    }
}
