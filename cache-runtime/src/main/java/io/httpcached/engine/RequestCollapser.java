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
 * Collapses equal requests into one handler run: the first request leads, the others wait. No request waits for a run that
 * began before an invalidation that completed before the request, and none waits longer than the timeout. A run that never
 * ends, because its client went away, is forgotten by then. Thread-safe.
 */
final class RequestCollapser {

    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

    private final ConcurrentMap<CacheKey, SharedFetch> fetches = new ConcurrentHashMap<>();
    private final Duration timeout;

    RequestCollapser(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Joins the shared fetch of a key, or starts one.
     *
     * @param own the fetch to start if there is none to join
     * @param tags the tags known from the request
     * @return {@code own} if the caller leads, the fetch to wait for otherwise
     */
    SharedFetch joinOrLead(SharedFetch own, List<String> tags) {
        while (true) {
            SharedFetch present = fetches.putIfAbsent(own.key(), own);
            if (present == null) {
                return start(own);
            }
            if (own.snapshot().unchangedSince(present.snapshot(), tags)) {
                return present;
            }
            if (fetches.replace(own.key(), present, own)) {
                return start(own);
            }
        }
    }

    /** Completes a fetch with a response that lookups already find, or never will. */
    void complete(SharedFetch fetch, SharedFetch.Result result) {
        complete(fetch, result, DONE);
    }

    /**
     * Completes a fetch and answers its waiters on this thread. If the response is stored, requests can join until lookups
     * find it: those that looked up before need not run the handler.
     *
     * @param written completes when lookups find the response, or never will
     */
    void complete(SharedFetch fetch, SharedFetch.Result result, CompletionStage<?> written) {
        CompletionStage<?> open = result instanceof SharedFetch.Result.Stored ? written : DONE;
        var unused = open.whenComplete((done, failure) -> close(fetch));
        fetch.result().complete(result);
    }

    private SharedFetch start(SharedFetch fetch) {
        var unused = fetch.result()
                .completeOnTimeout(new SharedFetch.Result.TimedOut(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(result -> {
                    if (result instanceof SharedFetch.Result.TimedOut) {
                        close(fetch);
                    }
                });
        return fetch;
    }

    private void close(SharedFetch fetch) {
        fetches.remove(fetch.key(), fetch);
        fetch.closed().complete(null);
    }
}
