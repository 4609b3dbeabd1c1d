package io.httpcached.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissedLookupsTest {

    private static final CacheKey KEY = CacheKey.of("a");
    private static final CacheKey OTHER = CacheKey.of("b");
    private static final TagSnapshot FIRST = (earlier, tags) -> true;
    private static final TagSnapshot SECOND = (earlier, tags) -> false;
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private long nanos = Long.MAX_VALUE - 5;
    private final MissedLookups lookups = new MissedLookups(() -> nanos);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void theOldestLookupCountsForEachResult() {
        lookups.addAsync(KEY, FIRST);
        lookups.addAsync(KEY, SECOND);
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.WITHOUT_LOOKUP);
    }

    /** A function that failed put no result, so its lookup would count for ever. */
    @Test
    void afterMinutesTheNextLookupIsTheOldest() {
        lookups.addAsync(KEY, FIRST);
        pass(MINUTES);
        lookups.addAsync(KEY, SECOND);
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.at(FIRST));
        lookups.addAsync(KEY, FIRST);
        pass(MINUTES.plusNanos(1));
        lookups.addAsync(KEY, SECOND);
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.at(SECOND));
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.WITHOUT_LOOKUP);
    }

    @Test
    void aLookupCountsHoweverLongItsFunctionRuns() {
        lookups.addAsync(KEY, FIRST);
        lookups.addOfThread(KEY, FIRST);
        pass(MINUTES.multipliedBy(9));
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.at(FIRST));
    }

    @Test
    void anAsynchronousResultMayBeThatOfALookupThatMadeRoom() {
        lookups.addAsync(KEY, FIRST);
        IntStream.range(0, 9_999).forEach(n -> lookups.addAsync(CacheKey.of("k" + n), SECOND));
        assertThat(lookups.takeAsync(OTHER)).isEqualTo(Beginning.WITHOUT_LOOKUP);
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.at(FIRST));
        lookups.addAsync(KEY, FIRST);
        IntStream.range(0, 10_000).forEach(n -> lookups.addAsync(CacheKey.of("l" + n), SECOND));
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.UNKNOWN);
        assertThat(lookups.takeAsync(CacheKey.of("l9999"))).isEqualTo(Beginning.at(SECOND));
        pass(MINUTES);
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.UNKNOWN);
        pass(Duration.ofNanos(1));
        assertThat(lookups.takeAsync(KEY)).isEqualTo(Beginning.WITHOUT_LOOKUP);
    }

    /** A function calls many others, which return nothing. */
    @Test
    void aResultMayBeThatOfALookupOfTheThreadThatMadeRoom() {
        lookups.addOfThread(KEY, FIRST);
        IntStream.range(0, 255).forEach(n -> lookups.addOfThread(CacheKey.of("k" + n), SECOND));
        assertThat(lookups.takeOfThread(OTHER)).isEqualTo(Beginning.WITHOUT_LOOKUP);
        lookups.addOfThread(OTHER, SECOND);
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.UNKNOWN);
    }

    @Test
    void lookupsThatAreOldMakeRoomForOthers() {
        IntStream.range(0, 256).forEach(n -> lookups.addOfThread(CacheKey.of("k" + n), SECOND));
        pass(MINUTES.plusNanos(1));
        IntStream.range(0, 256).forEach(n -> lookups.addOfThread(CacheKey.of("l" + n), SECOND));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.WITHOUT_LOOKUP);
    }

    /** On one thread, the function of the second lookup has failed, or calls itself, or runs within the first one. */
    @Test
    void theLatestLookupOfAThreadCountsFirst() {
        lookups.addOfThread(KEY, FIRST);
        lookups.addOfThread(KEY, SECOND);
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.at(SECOND));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.WITHOUT_LOOKUP);
    }

    @Test
    void ofManyLookupsOfAThreadTheOldestCountsForAllButOne() {
        lookups.addOfThread(KEY, FIRST);
        lookups.addOfThread(KEY, (earlier, tags) -> true);
        lookups.addOfThread(KEY, SECOND);
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.at(SECOND));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.WITHOUT_LOOKUP);
    }

    @Test
    void aThreadTakesItsOwnLookupOnly() throws InterruptedException {
        lookups.addOfThread(KEY, FIRST);
        Beginning[] taken = {Beginning.UNKNOWN};
        Thread other = new Thread(() -> taken[0] = lookups.takeOfThread(KEY));
        other.start();
        other.join();
        assertThat(taken[0]).isEqualTo(Beginning.WITHOUT_LOOKUP);
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.at(FIRST));
        assertThat(lookups.takeOfThread(KEY)).isEqualTo(Beginning.WITHOUT_LOOKUP);
    }
}
