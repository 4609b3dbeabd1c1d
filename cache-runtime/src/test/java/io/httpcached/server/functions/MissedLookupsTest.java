package io.httpcached.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissedLookupsTest {

    private static final CacheKey KEY = CacheKey.of("a");
    private static final TagSnapshot FIRST = (earlier, tags) -> true;
    private static final TagSnapshot SECOND = (earlier, tags) -> false;

    private long nanos = Long.MAX_VALUE - 5;
    private final MissedLookups lookups = new MissedLookups(() -> nanos);

    @Test
    void theOldestLookupCountsForEachResult() {
        lookups.addAsync(KEY, FIRST);
        lookups.addAsync(KEY, SECOND);
        assertThat(lookups.takeAsync(KEY)).isSameAs(FIRST);
        assertThat(lookups.takeAsync(KEY)).isSameAs(FIRST);
        assertThat(lookups.takeAsync(KEY)).isNull();
    }

    @Test
    void aLookupIsForgottenAfterMinutes() {
        lookups.addAsync(KEY, FIRST);
        nanos += Duration.ofMinutes(5).toNanos();
        assertThat(lookups.takeAsync(KEY)).isSameAs(FIRST);
        lookups.addAsync(KEY, FIRST);
        nanos += Duration.ofMinutes(5).toNanos() + 1;
        lookups.addAsync(KEY, SECOND);
        assertThat(lookups.takeAsync(KEY)).isSameAs(SECOND);
        lookups.addAsync(KEY, FIRST);
        nanos += Duration.ofMinutes(5).toNanos() + 1;
        assertThat(lookups.takeAsync(KEY)).isNull();
    }

    @Test
    void remembersTheLatestLookupsOnly() {
        lookups.addAsync(KEY, FIRST);
        IntStream.range(0, 9_999).forEach(n -> lookups.addAsync(CacheKey.of("k" + n), SECOND));
        assertThat(lookups.takeAsync(KEY)).isSameAs(FIRST);
        lookups.addAsync(KEY, FIRST);
        IntStream.range(0, 10_000).forEach(n -> lookups.addAsync(CacheKey.of("l" + n), SECOND));
        assertThat(lookups.takeAsync(KEY)).isNull();
    }

    @Test
    void aThreadTakesItsOwnLookupOnly() throws InterruptedException {
        lookups.addOfThread(KEY, FIRST);
        TagSnapshot[] taken = {SECOND};
        Thread other = new Thread(() -> taken[0] = lookups.takeOfThread(KEY));
        other.start();
        other.join();
        assertThat(taken[0]).isNull();
        assertThat(lookups.takeOfThread(KEY)).isSameAs(FIRST);
        assertThat(lookups.takeOfThread(KEY)).isNull();
    }
}
