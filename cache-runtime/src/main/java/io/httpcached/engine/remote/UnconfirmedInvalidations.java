package io.httpcached.engine.remote;

import io.httpcached.engine.Deadline;
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
 * Keeps the invalidations that the backend did not confirm. The backend may still have the versions that were to be removed,
 * so the removal is repeated until it is confirmed, and no lookup uses those versions until then. Thread-safe.
 */
final class UnconfirmedInvalidations implements AutoCloseable {

    /** More than an outage leaves behind, and less than 20 MB of heap. */
    private static final int MAXIMUM = 100_000;

    private static final int BATCH = 500;

    private final CacheStore store;
    private final TagVersionStore tagVersions;
    private final GuardedStore guard;
    private final long retryMillis;

    /** The number of the latest invalidation of each version key. */
    private final ConcurrentMap<String, Long> numbers = new ConcurrentHashMap<>();

    private final AtomicLong lastNumber = new AtomicLong();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean closed;

    UnconfirmedInvalidations(CacheStore store, TagVersionStore tagVersions, GuardedStore guard, Duration retryAfter) {
        this.store = store;
        this.tagVersions = tagVersions;
        this.guard = guard;
        this.retryMillis = retryAfter.toMillis();
    }

    /** {@return whether any of the versions should have been removed} The keys are computed only if that is possible. */
    boolean containsAny(Supplier<List<String>> versionKeys) {
        return !numbers.isEmpty() && versionKeys.get().stream().anyMatch(numbers::containsKey);
    }

    /** Adds versions whose removal is to be repeated. */
    void add(Collection<String> versionKeys) {
        if (closed || numbers.size() + versionKeys.size() > MAXIMUM) {
            guard.log().invalidationsLost(versionKeys.size());
            return;
        }
        versionKeys.forEach(each -> numbers.put(each, lastNumber.incrementAndGet()));
        guard.log().invalidationsUnconfirmed(numbers.size());
        schedule();
    }

    int size() {
        return numbers.size();
    }

    @Override
    public void close() {
        closed = true;
        guard.log().lastInvalidationsLost(numbers.size());
    }

    private void schedule() {
        if (!numbers.isEmpty() && !closed && scheduled.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(retryMillis, TimeUnit.MILLISECONDS)
                    .execute(() -> repeatAll().whenComplete((done, failure) -> {
                        scheduled.set(false);
                        schedule();
                    }));
        }
    }

    private CompletionStage<Void> repeatAll() {
        Map<String, Long> batch = new HashMap<>();
        numbers.entrySet().stream().limit(BATCH).forEach(each -> batch.put(each.getKey(), each.getValue()));
        return batch.isEmpty() || closed
                ? CompletableFuture.completedFuture(null)
                : repeat(batch).thenCompose(done -> repeatAll());
    }

    /** Reads first, because only a read shows that the backend is back. */
    private CompletionStage<Void> repeat(Map<String, Long> batch) {
        List<String> versionKeys = List.copyOf(batch.keySet());
        return guard.read(() -> store.get(versionKeys.subList(0, 1)), new Deadline())
                .thenCompose(back -> guard.write(() -> tagVersions.remove(versionKeys)))
                // A version that was invalidated again meanwhile has another number, and stays.
                .thenAccept(done -> remove(batch));
    }

    private void remove(Map<String, Long> confirmed) {
        confirmed.forEach(numbers::remove);
        if (numbers.isEmpty()) {
            guard.log().invalidationsConfirmed();
        }
    }
}
