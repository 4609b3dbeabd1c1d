package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * One run of an expensive handler for many callers. Nobody joins a run that began before an invalidation they came after, and
 * nobody waits for one longer than the time-out; a run that never ends, because its client went away, is forgotten by
 * then. Thread-safe.
 */
final class RequestCollapser {

    private static final CompletionStage<?> NOT_AT_ALL = CompletableFuture.completedFuture(null);

    private final ConcurrentMap<CacheKey, SharedFetch> collapser = new ConcurrentHashMap<>();
    private final Duration timeout;

    RequestCollapser(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Joins the shared of a key or starts one.
     *
     * @param own the shared to start with if there is none to join
     * @return {@code own} if the caller leads, another shared if it follows
     */
    SharedFetch enter(CacheKey key, SharedFetch own, List<String> tags) {
        while (true) {
            SharedFetch present = collapser.putIfAbsent(key, own);
            if (present == null) {
                return started(key, own);
            }
            if (own.snapshot().unchangedSince(present.snapshot(), tags)) {
                return present;
            }
            if (collapser.replace(key, present, own)) {
                return started(key, own);
            }
        }
    }

    /**
     * Ends a shared; those who wait are answered on this thread. Only a shared whose response is stored can be joined
     * after that, until the response can be found: who looked before need not run the handler.
     *
     * @param written completes when the response can be found, or never will be
     */
    void land(CacheKey key, SharedFetch shared, SharedFetch.Result result, CompletionStage<?> written) {
        CompletionStage<?> joinable = result instanceof SharedFetch.Result.Stored ? written : NOT_AT_ALL;
        var unused = joinable.whenComplete((done, failure) -> forget(key, shared));
        shared.result().complete(result);
    }

    /** {@return how a shared ends for one that waits for it} */
    static CompletionStage<SharedFetch.Result> await(SharedFetch shared) {
        return shared.result().copy();
    }

    private SharedFetch started(CacheKey key, SharedFetch shared) {
        var unused = shared.result()
                .completeOnTimeout(new SharedFetch.Result.TimedOut(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(result -> {
                    if (result instanceof SharedFetch.Result.TimedOut) {
                        forget(key, shared);
                    }
                });
        return shared;
    }

    private void forget(CacheKey key, SharedFetch shared) {
        collapser.remove(key, shared);
        shared.over().complete(null);
    }
}
