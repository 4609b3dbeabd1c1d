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
import org.junit.jupiter.api.Test;

class MemoryStoreTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MutableClock clock = new MutableClock();
    private final MemoryStore<String> store = new MemoryStore<>(100_000, clock);

    @Test
    void eachValueHasItsOwnTimeToLive() {
        store.put("short", "s", 10, Duration.ofSeconds(10));
        store.put("long", "l", 10, MINUTE);
        clock.advance(Duration.ofSeconds(11));
        assertThat(store.get("short")).isNull();
        assertThat(store.get("long")).isEqualTo("l");
        clock.advance(MINUTE);
        assertThat(store.get("long")).isNull();
    }

    @Test
    void aNewValueLivesFromItsOwnWrite() {
        store.put("k", "old", 10, Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(9));
        store.put("k", "new", 10, Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(9));
        assertThat(store.get("k")).isEqualTo("new");
    }

    @Test
    void aVeryLongTimeToLiveDoesNotOverflow() {
        store.put("k", "v", 10, Duration.ofSeconds(Long.MAX_VALUE));
        clock.advance(Duration.ofDays(365));
        assertThat(store.get("k")).isEqualTo("v");
    }

    @Test
    void aZeroTimeToLiveRemovesTheValue() {
        store.put("k", "v", 10, MINUTE);
        store.put("k", "v", 10, Duration.ZERO);
        assertThat(store.size()).isZero();
        assertThat(store.get("k")).isNull();
    }

    @Test
    void aValueLargerThanTheStoreRemovesThePreviousOne() {
        store.put("k", "v", 10, MINUTE);
        store.put("k", "huge", 100_001, MINUTE);
        assertThat(store.get("k")).isNull();
    }

    @Test
    void aValueAsLargeAsTheStoreIsTaken() {
        MemoryStore<String> small = new MemoryStore<>(200, clock);
        small.put("k", "v", 39, MINUTE);
        assertThat(small.bytes()).isEqualTo(200);
        assertThat(small.get("k")).isEqualTo("v");
        store.put("k", "v", 100_000 - 161, MINUTE);
        assertThat(store.bytes()).isEqualTo(100_000);
        store.remove("k");
        assertThat(store.get("k")).isNull();
    }

    @Test
    void aNegativeTimeToLiveRemovesTheValue() {
        store.put("k", "v", 10, MINUTE);
        store.put("k", "v", 10, MINUTE.negated());
        assertThat(store.size()).isZero();
        assertThat(store.get("k")).isNull();
    }

    @Test
    void aValueExpiresAtTheEndOfItsTimeToLive() {
        store.put("k", "v", 10, MINUTE);
        clock.advance(MINUTE.minusMillis(1));
        assertThat(store.get("k")).isEqualTo("v");
        clock.advance(Duration.ofMillis(1));
        assertThat(store.get("k")).isNull();
        assertThat(store.size()).isZero();
    }

    @Test
    void allValuesAreRemoved() {
        store.put("k", "v", 10, MINUTE);
        store.clear();
        assertThat(store.get("k")).isNull();
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
                    store.put(thread + ":" + i, "v", 400, MINUTE);
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
}
