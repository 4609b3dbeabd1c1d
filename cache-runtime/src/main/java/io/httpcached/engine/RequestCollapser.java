package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Collapses equal requests into one handler run: the first request leads, the others wait. No request waits for a run that
 * began before an invalidation that completed before the request. Each time the timeout passes, one waiter runs the handler as
 * well, and the others wait for the run that ends first. A run that never ends, because its client went away, is forgotten
 * once the timeout passes and nobody waits. Thread-safe.
 */
final class RequestCollapser {

    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

    private final ConcurrentMap<CacheKey, SharedFetch> fetches = new ConcurrentHashMap<>();
    private final Duration timeout;
    private final Timeouts timeouts;

    RequestCollapser(Duration timeout) {
        this.timeout = timeout;
        this.timeouts = new Timeouts(timeout);
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
                return begin(own);
            }
            if (own.snapshot().unchangedSince(present.snapshot(), tags)) {
                return present;
            }
            if (fetches.replace(own.key(), present, own)) {
                return begin(own);
            }
        }
    }

    /**
     * Joins or leads a fetch whose handler run begins after the caller arrived, for a request that accepts no response from
     * before, or whose store cannot tell which are outdated. If a run is under way, all such requests share the run that follows
     * it.
     *
     * @param own the fetch to start if there is none to join
     * @return {@code own} if the caller leads once {@link SharedFetch#turn} completes, the fetch to wait for otherwise
     */
    SharedFetch joinNextOrLead(SharedFetch own) {
        while (true) {
            SharedFetch present = fetches.putIfAbsent(own.key(), own);
            if (present == null) {
                return begin(own);
            }
            SharedFetch following = present.following(own);
            if (following != null) {
                return following;
            }
            // Another thread is about to remove the fetch.
            Thread.onSpinWait();
        }
    }

    /** {@return the number of requests that wait for the run of another} */
    int waiting() {
        return fetches.values().stream().mapToInt(SharedFetch::waiting).sum();
    }

    /** Completes a fetch with a response that lookups already find, or never will. */
    void complete(SharedFetch fetch, FetchResult result) {
        complete(fetch, result, DONE);
    }

    /**
     * Completes a fetch and answers its waiters on this thread. If the response is stored, requests can join until lookups
     * find it: those that looked up before need not run the handler.
     *
     * @param written completes when lookups find the response, or never will
     */
    void complete(SharedFetch fetch, FetchResult result, CompletionStage<?> written) {
        List<CompletableFuture<FetchResult>> waiters = fetch.end(result);
        if (waiters != null) {
            CompletionStage<?> open = result instanceof FetchResult.Shared ? written : DONE;
            var unused = open.whenComplete((done, failure) -> close(fetch));
            waiters.forEach(waiter -> waiter.complete(result));
        }
    }

    /** Ends a run that failed: a waiter takes its place and its lease, or the waiters receive the failure. */
    void endFailedRun(SharedFetch fetch, int status, Lease lease) {
        SharedFetch.Failure failure = fetch.endFailedRun(status, lease);
        failure.released().releaseAfter(DONE);
        if (failure.last()) {
            close(fetch);
        }
        failure.answered().forEach(waiter -> waiter.complete(failure.result()));
        if (failure.leader() != null) {
            failure.leader().complete(new FetchResult.TakeOver(lease.handOver()));
        }
    }

    private static SharedFetch begin(SharedFetch fetch) {
        fetch.turn().complete(null);
        return fetch;
    }

    /** Starts the timeout of a fetch whose handler runs from now on. */
    void startTimeout(SharedFetch fetch) {
        var unused = timeouts.limit(fetch.closed(), timeout.toNanos()).whenComplete((closed, late) -> {
            if (late != null) {
                timeOut(fetch);
            }
        });
    }

    /** The run is slow, or its client went away: neither the next waiter nor the requests for a later run wait for it. */
    private void timeOut(SharedFetch fetch) {
        if (fetch.hasResult()) {
            return;
        }
        CompletableFuture<FetchResult> leader = fetch.takeNextLeader();
        if (leader == null) {
            close(fetch);
        } else {
            startTimeout(fetch);
            leader.complete(new FetchResult.TakeOver(Lease.NOT_NEEDED));
            SharedFetch following = fetch.takeFollowing(false);
            if (following != null) {
                fetches.replace(fetch.key(), fetch, following);
                begin(following);
            }
        }
    }

    private void close(SharedFetch fetch) {
        SharedFetch following = fetch.takeFollowing(true);
        if (following == null) {
            fetches.remove(fetch.key(), fetch);
        } else {
            fetches.replace(fetch.key(), fetch, following);
        }
        fetch.closed().complete(null);
        if (following != null) {
            begin(following);
        }
    }
}
