package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lookups after which functions run, up to a maximum. A function that fails or returns null puts no result, so its lookup stays,
 * for some minutes or until it has to make room. After a lookup had to make room early, a result without a lookup may be that
 * of its function. Used by one thread at a time.
 */
final class PendingLookups {

    private static final long LONGEST_RUN_NANOS = Duration.ofMinutes(5).toNanos();

    private final int maximum;
    private final LongSupplier nanoTime;
    private final Map<CacheKey, Pending> pending = new LinkedHashMap<>();
    private boolean forgotten;
    private long forgottenNanos;

    /**
     * The calls of a key that have put no result.
     *
     * @param oldest the moment of the first lookup
     * @param latest the moment of the last one if there were several, until its result is put
     * @param nanos the time of the first lookup
     * @param calls the number of lookups without a result
     */
    private record Pending(TagSnapshot oldest, @Nullable TagSnapshot latest, long nanos, int calls) {

        Pending more(TagSnapshot next) {
            return new Pending(oldest, next, nanos, calls + 1);
        }

        @Nullable
        Pending less() {
            return calls == 1 ? null : new Pending(oldest, null, nanos, calls - 1);
        }
    }

    /**
     * Creates an object that knows no lookup.
     *
     * @param maximum the number of keys
     * @param nanoTime the elapsed time in nanoseconds
     */
    PendingLookups(int maximum, LongSupplier nanoTime) {
        this.maximum = maximum;
        this.nanoTime = nanoTime;
    }

    /** Remembers a lookup. */
    void add(CacheKey key, TagSnapshot snapshot) {
        long now = nanoTime.getAsLong();
        Pending known = pending.get(key);
        if (known != null && !isOver(known.nanos(), now)) {
            pending.put(key, known.more(snapshot));
            return;
        }
        pending.remove(key);
        pending.put(key, new Pending(snapshot, null, now, 1));
        if (pending.size() > maximum) {
            forgetEldest(now);
        }
    }

    /**
     * Takes a lookup of a key.
     *
     * @param nested true if calls are nested, so that the result is that of the latest one; false if it may be that of any
     * @return the moment of the lookup, or of an older one
     */
    Beginning take(CacheKey key, boolean nested) {
        Pending known = pending.get(key);
        if (known == null) {
            boolean maybeForgotten = forgotten && !isOver(forgottenNanos, nanoTime.getAsLong());
            return maybeForgotten ? Beginning.UNKNOWN : Beginning.WITHOUT_LOOKUP;
        }
        pending.computeIfPresent(key, (same, each) -> each.less());
        TagSnapshot latest = nested ? known.latest() : null;
        return Beginning.at(latest == null ? known.oldest() : latest);
    }

    private void forgetEldest(long now) {
        CacheKey eldest = pending.keySet().iterator().next();
        Pending lost = pending.remove(eldest);
        if (lost != null && !isOver(lost.nanos(), now)) {
            forgotten = true;
            forgottenNanos = now;
        }
    }

    private static boolean isOver(long nanos, long now) {
        return now - nanos > LONGEST_RUN_NANOS;
    }
}
