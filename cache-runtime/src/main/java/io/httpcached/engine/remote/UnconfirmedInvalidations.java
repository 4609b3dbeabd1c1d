package io.httpcached.engine.remote;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Invalidations that the backend did not confirm: it may have what they were to remove, and come back with it. They are
 * repeated until it confirms them, and until then nothing that they concern is to be looked up. Thread-safe.
 */
final class UnconfirmedInvalidations implements AutoCloseable {

    /** More than an outage leaves behind, and less than 20 MB of heap. */
    private static final int MAXIMUM = 100_000;

    private static final int BATCH = 500;

    private final CacheStore store;
    private final TagVersionStore tagVersions;
    private final GuardedStore backend;
    private final long retryMillis;
    private final ConcurrentMap<String, Long> numbers = new ConcurrentHashMap<>();
    private final AtomicLong lastNumber = new AtomicLong();
    private final AtomicBoolean repeating = new AtomicBoolean();
    private volatile boolean closed;

    UnconfirmedInvalidations(CacheStore store, TagVersionStore tagVersions, GuardedStore backend, Duration retryAfter) {
        this.store = store;
        this.tagVersions = tagVersions;
        this.backend = backend;
        this.retryMillis = retryAfter.toMillis();
    }

    /** {@return whether any of the tag versions is one that should be gone} */
    boolean concern(Supplier<List<String>> asked) {
        return !numbers.isEmpty() && asked.get().stream().anyMatch(numbers::containsKey);
    }

    /** Sees to it that the tag versions will be removed. */
    void add(Collection<String> missed) {
        if (closed || numbers.size() + missed.size() > MAXIMUM) {
            backend.log().invalidationsLost(missed.size());
            return;
        }
        backend.log().unconfirmedInvalidations(missed.size());
        missed.forEach(each -> numbers.put(each, lastNumber.incrementAndGet()));
        begin();
    }

    int size() {
        return numbers.size();
    }

    @Override
    public void close() {
        closed = true;
        backend.log().lastInvalidationsLost(numbers.size());
    }

    private void begin() {
        if (!numbers.isEmpty() && !closed && repeating.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(retryMillis, TimeUnit.MILLISECONDS)
                    .execute(() -> repeatAll().whenComplete((done, failure) -> {
                        repeating.set(false);
                        begin();
                    }));
        }
    }

    private CompletionStage<Void> repeatAll() {
        Map<String, Long> some = new HashMap<>();
        numbers.entrySet().stream().limit(BATCH).forEach(each -> some.put(each.getKey(), each.getValue()));
        return some.isEmpty() || closed
                ? CompletableFuture.completedFuture(null)
                : repeat(some).thenCompose(done -> repeatAll());
    }

    /** The read finds out whether the backend is back, which a write does not. */
    private CompletionStage<Void> repeat(Map<String, Long> invalidations) {
        List<String> due = List.copyOf(invalidations.keySet());
        return backend.read(() -> store.get(due.subList(0, 1)), 0)
                .thenCompose(back -> backend.write(() -> tagVersions.remove(due)))
                // An invalidation of the same tag may have come meanwhile, too late for this one to count for both.
                .thenAccept(done -> invalidations.forEach(numbers::remove));
    }
}
