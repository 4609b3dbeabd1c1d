package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The moments of lookups that found nothing, after which micronaut-cache runs a function and puts its result: an invalidation since
 * then makes the result invalid, although nothing in {@code put} says when the function began. Thread-safe.
 *
 * <p>A blocking function puts its result on the thread of its lookup. An asynchronous one may put it on any thread, so the
 * oldest lookup of the key counts, for some minutes: then fewer results are stored than could be, never more.
 */
final class MissedLookups {

    private static final int MOST_OF_THREAD = 16;
    private static final int MOST_ASYNC = 10_000;
    private static final long LONGEST_RUN_NANOS = Duration.ofMinutes(5).toNanos();

    private final ThreadLocal<Map<CacheKey, TagSnapshot>> ofThread =
            ThreadLocal.withInitial(() -> new Bounded<>(MOST_OF_THREAD));
    private final Map<CacheKey, Pending> async = new Bounded<>(MOST_ASYNC);
    private final LongSupplier nanoTime;

    /**
     * Creates an object that knows no lookup.
     *
     * @param nanoTime the elapsed time in nanoseconds
     */
    MissedLookups(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The asynchronous calls of a key that have put no result.
     *
     * @param oldest the moment of the first lookup
     * @param nanos the time of the first lookup
     * @param calls the number of lookups without a result
     */
    private record Pending(TagSnapshot oldest, long nanos, int calls) {

        boolean isOver(long now) {
            return now - nanos > LONGEST_RUN_NANOS;
        }

        Pending more() {
            return new Pending(oldest, nanos, calls + 1);
        }

        @Nullable
        Pending less() {
            return calls == 1 ? null : new Pending(oldest, nanos, calls - 1);
        }
    }

    /** A function that fails puts no result, so its lookup would stay. */
    private static final class Bounded<V> extends LinkedHashMap<CacheKey, V> {

        private static final long serialVersionUID = 1;

        private final int maximum;

        Bounded(int maximum) {
            this.maximum = maximum;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<CacheKey, V> eldest) {
            return size() > maximum;
        }
    }

    /** Remembers a lookup of a blocking call, whose function runs on this thread. */
    void addOfThread(CacheKey key, TagSnapshot snapshot) {
        ofThread.get().put(key, snapshot);
    }

    /** Returns the moment of the lookup before the function that this thread ran, or null if there was none. */
    @Nullable
    TagSnapshot takeOfThread(CacheKey key) {
        return ofThread.get().remove(key);
    }

    /** Remembers a lookup of an asynchronous call. */
    void addAsync(CacheKey key, TagSnapshot snapshot) {
        long now = nanoTime.getAsLong();
        synchronized (async) {
            Pending known = async.get(key);
            async.put(key, known == null || known.isOver(now) ? new Pending(snapshot, now, 1) : known.more());
        }
    }

    /** Returns the moment of the oldest lookup that an asynchronous call may have begun with, or null if there was none. */
    @Nullable
    TagSnapshot takeAsync(CacheKey key) {
        long now = nanoTime.getAsLong();
        synchronized (async) {
            Pending pending = async.get(key);
            async.computeIfPresent(key, (same, known) -> known.less());
            return pending == null || pending.isOver(now) ? null : pending.oldest();
        }
    }
}
