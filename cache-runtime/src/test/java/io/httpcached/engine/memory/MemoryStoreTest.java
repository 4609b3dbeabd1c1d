package io.httpcached.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MutableClock clock = new MutableClock();
    private final MemoryStore<SizedText> store = new MemoryStore<>(100_000, clock);

    @Test
    void eachValueHasItsOwnTimeToLive() {
        put("short", "s", 10, Duration.ofSeconds(10));
        put("long", "l", 10, MINUTE);
        clock.advance(Duration.ofSeconds(11));
        assertThat(text("short")).isNull();
        assertThat(text("long")).isEqualTo("l");
        clock.advance(MINUTE);
        assertThat(text("long")).isNull();
    }

    @Test
    void aNewValueLivesFromItsOwnWrite() {
        put("k", "old", 10, Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(9));
        put("k", "new", 10, Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(9));
        assertThat(text("k")).isEqualTo("new");
    }

    @Test
    void aVeryLongTimeToLiveDoesNotOverflow() {
        put("k", "v", 10, Duration.ofSeconds(Long.MAX_VALUE));
        clock.advance(Duration.ofDays(365));
        assertThat(text("k")).isEqualTo("v");
    }

    @Test
    void aZeroTimeToLiveRemovesTheValue() {
        put("k", "v", 10, MINUTE);
        put("k", "v", 10, Duration.ZERO);
        assertThat(store.size()).isZero();
        assertThat(text("k")).isNull();
    }

    @Test
    void aValueLargerThanTheStoreRemovesThePreviousOne() {
        put("k", "v", 10, MINUTE);
        put("k", "huge", 100_001, MINUTE);
        assertThat(text("k")).isNull();
    }

    @Test
    void aValueAsLargeAsTheStoreIsTaken() {
        MemoryStore<SizedText> small = new MemoryStore<>(200, clock);
        small.put("k", new SizedText("v", 75, small.expiresAt(MINUTE)));
        assertThat(small.bytes()).isEqualTo(200);
        assertThat(small.get("k")).extracting(SizedText::text).isEqualTo("v");
        put("k", "v", 100_000 - 125, MINUTE);
        assertThat(store.bytes()).isEqualTo(100_000);
        store.remove("k");
        assertThat(text("k")).isNull();
    }

    @Test
    void aNegativeTimeToLiveRemovesTheValue() {
        put("k", "v", 10, MINUTE);
        put("k", "v", 10, MINUTE.negated());
        assertThat(store.size()).isZero();
        assertThat(text("k")).isNull();
    }

    @Test
    void aValueExpiresAtTheEndOfItsTimeToLive() {
        put("k", "v", 10, MINUTE);
        clock.advance(MINUTE.minusMillis(1));
        assertThat(text("k")).isEqualTo("v");
        clock.advance(Duration.ofMillis(1));
        assertThat(text("k")).isNull();
        assertThat(store.size()).isZero();
    }

    @Test
    void allValuesAreRemoved() {
        put("k", "v", 10, MINUTE);
        store.clear();
        assertThat(text("k")).isNull();
    }

    @Test
    void manyThreadsNeverExceedItsMaximumSize() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> writers = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int thread = t;
            writers.add(threads.submit(() -> {
                start.await();
                for (int i = 0; i < 5_000; i++) {
                    put(thread + ":" + i, "v", 400, MINUTE);
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        assertThat(store.bytes()).isPositive().isLessThanOrEqualTo(100_000);
        assertThat(store.size()).isPositive().isLessThan(100_000 / 400);
    }

    private void put(String key, String text, long bytes, Duration ttl) {
        store.put(key, new SizedText(text, bytes, store.expiresAt(ttl)));
    }

    private @Nullable String text(String key) {
        SizedText found = store.get(key);
        return found == null ? null : found.text();
    }
}
