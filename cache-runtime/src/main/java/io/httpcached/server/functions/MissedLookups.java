package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import java.util.function.LongSupplier;

/**
 * The moments of lookups that found nothing, after which micronaut-cache runs a function and puts its result: an invalidation since
 * then makes the result invalid, although nothing in {@code put} says when the function began. Thread-safe.
 *
 * <p>A blocking function puts its result on the thread of its lookup. An asynchronous one may put it on any thread, so the
 * oldest lookup of the key counts, for some minutes: then fewer results are stored than could be, never more.
 */
final class MissedLookups {

    private static final int MOST_OF_THREAD = 256;
    private static final int MOST_ASYNC = 10_000;

    private final ThreadLocal<PendingLookups> ofThread;
    private final PendingLookups async;

    /**
     * Creates an object that knows no lookup.
     *
     * @param nanoTime the elapsed time in nanoseconds
     */
    MissedLookups(LongSupplier nanoTime) {
        this.ofThread = ThreadLocal.withInitial(() -> new PendingLookups(MOST_OF_THREAD, nanoTime));
        this.async = new PendingLookups(MOST_ASYNC, nanoTime);
    }

    /** Remembers a lookup of a blocking call, whose function runs on this thread. */
    void addOfThread(CacheKey key, TagSnapshot snapshot) {
        ofThread.get().add(key, snapshot);
    }

    /** Returns the moment of the lookup before the function that this thread ran. */
    Beginning takeOfThread(CacheKey key) {
        return ofThread.get().take(key, true);
    }

    /** Remembers a lookup of an asynchronous call. */
    void addAsync(CacheKey key, TagSnapshot snapshot) {
        synchronized (async) {
            async.add(key, snapshot);
        }
    }

    /** Returns the moment of the oldest lookup that an asynchronous call may have begun with. */
    Beginning takeAsync(CacheKey key) {
        synchronized (async) {
            return async.take(key, false);
        }
    }
}
