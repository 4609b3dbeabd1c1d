package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.LogLines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnconfirmedInvalidationsTest {

    private static final Duration RETRY = Duration.ofMillis(5);

    private static final RemoteKeys KEYS = new RemoteKeys("", "");
    private static final String A = KEYS.tagVersion("a");

    private static final AtomicInteger BACKENDS = new AtomicInteger();

    /** A name of its own: the retries of another test may still log. */
    private final String name = "fake" + BACKENDS.incrementAndGet();

    private final FakeStore store = new FakeStore();
    private final RemoteSettings settings =
            new RemoteSettings(Duration.ofSeconds(10), "", "", Duration.ofDays(1), 1000, Duration.ZERO, 3, RETRY);
    private final GuardedStore backend = new GuardedStore(name, settings, System::nanoTime);
    private final UnconfirmedInvalidations invalidations = new UnconfirmedInvalidations(
            store,
            new TagVersionStore(
                    store,
                    KEYS,
                    Duration.ofDays(1),
                    new Random(1),
                    new RemoteInvalidationLog(store, KEYS, Duration.ofDays(1), new Random(1)),
                    Clock.systemUTC()),
            backend,
            RETRY);

    @AfterEach
    void noMoreRetries() {
        invalidations.close();
    }

    @Test
    void containsNothingAtFirst() {
        assertThat(invalidations.containsAny(() -> {
                    throw new AssertionError("asked for keys that a hit need not compute");
                }))
                .isFalse();
    }

    @Test
    void containsTheVersionsToRemoveAndNothingElse() {
        store.failure = new IllegalStateException("away");
        invalidations.add(List.of("a", "b"));
        assertThat(invalidations.containsAny(() -> List.of("x", "b"))).isTrue();
        assertThat(invalidations.containsAny(() -> List.of("x"))).isFalse();
    }

    @Test
    void isRepeatedUntilTheBackendConfirmsIt() {
        store.values.put(A, new byte[8]);
        store.failure = new IllegalStateException("away");
        invalidations.add(List.of(A));
        int before = store.asked.get();
        await(() -> store.asked.get() - before > 2);
        assertThat(invalidations.containsAny(() -> List.of(A))).isTrue();
        store.failure = null;
        await(() -> invalidations.size() == 0);
        assertThat(store.values).doesNotContainKey(A);
        assertThat(backend.isAvailable()).isTrue();
    }

    @Test
    void isRepeatedAsOftenAsItTakesForAllOfThem() {
        List<String> many = IntStream.range(0, 1_700)
                .mapToObj(i -> KEYS.tagVersion("tag" + i))
                .toList();
        many.forEach(tag -> store.values.put(tag, new byte[8]));
        invalidations.add(many);
        await(() -> invalidations.size() == 0);
        assertThat(store.values).doesNotContainKeys(many.toArray(String[]::new));
    }

    @Test
    void anotherInvalidationOfTheSameTagIsNotConfirmedByAnEarlierOne() {
        store.hanging = true;
        invalidations.add(List.of(A));
        await(() -> !store.held.isEmpty());
        invalidations.add(List.of(A));
        store.release();
        await(() -> store.gets.get() == 2 || invalidations.size() == 0);
        assertThat(store.gets.get()).isEqualTo(2);
        await(() -> invalidations.size() == 0);
    }

    @Test
    void isLogged() {
        store.failure = new IllegalStateException("away");
        try (LogLines log = new LogLines("io.httpcached.backend")) {
            invalidations.add(List.of("a", "b"));
            assertThat(own(log))
                    .first()
                    .isEqualTo("ERROR Backend " + name
                            + " did not confirm the invalidation of 2 tags. Until it does, other nodes"
                            + " may serve outdated entries.");
        }
    }

    @Test
    void isGivenUpAtTheEndAndAfterIt() {
        store.hanging = true;
        invalidations.add(List.of("a"));
        try (LogLines log = new LogLines("io.httpcached.backend")) {
            invalidations.close();
            invalidations.add(List.of("b", "c"));
            assertThat(own(log)).containsExactly(lost(1), lost(2));
        }
        assertThat(invalidations.size()).isEqualTo(1);
    }

    @Test
    void moreThanTheMaximumIsGivenUp() {
        store.hanging = true;
        invalidations.add(IntStream.range(0, 99_998).mapToObj(i -> "tag" + i).toList());
        try (LogLines log = new LogLines("io.httpcached.backend")) {
            invalidations.add(List.of("a", "b", "c"));
            assertThat(own(log)).containsExactly(lost(3));
        }
        assertThat(invalidations.size()).isEqualTo(99_998);
        invalidations.add(List.of("a", "b"));
        assertThat(invalidations.size()).isEqualTo(100_000);
        invalidations.close();
    }

    private List<String> own(LogLines log) {
        return log.all().stream()
                .filter(line -> line.contains("Backend " + name + " "))
                .toList();
    }

    private String lost(int tags) {
        return "ERROR Backend " + name + " did not confirm the invalidation of " + tags
                + " tags, which is given up. It may serve outdated entries.";
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("The condition was not met in time");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
