package io.httpcached.server.functions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    private final ThreadLocal<Map<CacheKey, TagSnapshot>> ofThread = ThreadLocal.withInitial(Bounded::new);
    private final Cache<CacheKey, Pending> async = Caffeine.newBuilder()
            .maximumSize(MOST_ASYNC)
            .expireAfter(Expiry.<CacheKey, Pending>creating((key, pending) -> LONGEST_RUN))
            .build();

    /**
     * The asynchronous calls of a key that have put no result.
     *
     * @param oldest the moment of the first lookup
     * @param calls the number of lookups without a result
     */
    private record Pending(TagSnapshot oldest, int calls) {

        Pending more() {
            return new Pending(oldest, calls + 1);
        }

        @Nullable
        Pending less() {
            return calls == 1 ? null : new Pending(oldest, calls - 1);
        }
    }

    /** A function that fails puts no result, so its lookup would stay. */
    private static final class Bounded extends LinkedHashMap<CacheKey, TagSnapshot> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CacheKey, TagSnapshot> eldest) {
            return size() > MOST_OF_THREAD;
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
        async.asMap().merge(key, new Pending(snapshot, 1), (known, one) -> known.more());
    }

    /** Returns the moment of the oldest lookup that an asynchronous call may have begun with, or null if there was none. */
    @Nullable
    TagSnapshot takeAsync(CacheKey key) {
        Pending pending = async.getIfPresent(key);
        async.asMap().computeIfPresent(key, (same, known) -> known.less());
        return pending == null ? null : pending.oldest();
    }
}
