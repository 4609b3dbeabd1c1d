package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.RunSharing;
import io.httpcached.core.Vary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The handler runs that several equal requests share: one at first, and further ones by waiters if a run fails or is slow. The
 * first run that ends with a response ends the fetch. Thread-safe; equal only to itself.
 */
final class SharedFetch {

    private final CacheKey key;
    private volatile TagSnapshot snapshot;
    private final CompletableFuture<@Nullable Void> turn = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    // Guarded by this. No waiter is answered under the lock.
    private final Queue<CompletableFuture<FetchResult>> waiters = new ArrayDeque<>();
    private final List<CompletableFuture<FetchResult>> staleHolders = new ArrayList<>();
    private @Nullable FetchResult result;
    private @Nullable SharedFetch next;
    private boolean ended;
    private boolean abandoned;
    private int failedRuns;

    /**
     * Creates a fetch.
     *
     * @param key the key that the requests have in common
     * @param snapshot the snapshot from before the handler runs
     */
    SharedFetch(CacheKey key, TagSnapshot snapshot) {
        this.key = key;
        this.snapshot = snapshot;
    }

    CacheKey key() {
        return key;
    }

    TagSnapshot snapshot() {
        return snapshot;
    }

    /** {@return completes when the leader may run the handler} */
    CompletableFuture<@Nullable Void> turn() {
        return turn;
    }

    /** {@return completes when no request can join any more, because lookups find the response or never will} */
    CompletableFuture<@Nullable Void> closed() {
        return closed;
    }

    /** {@return the result for a waiter, which is {@link FetchResult.TakeOver} if it is to run the handler} */
    synchronized CompletionStage<FetchResult> await() {
        if (result != null) {
            return CompletableFuture.completedFuture(result);
        }
        if (abandoned) {
            return CompletableFuture.completedFuture(new FetchResult.TakeOver(Lease.NOT_NEEDED));
        }
        CompletableFuture<FetchResult> waiter = new CompletableFuture<>();
        waiters.add(waiter);
        return waiter;
    }

    /** {@return the result for a request that can serve a stale response, which never runs the handler for others} */
    synchronized CompletableFuture<FetchResult> awaitAsStaleHolder() {
        CompletableFuture<FetchResult> waiter = new CompletableFuture<>();
        if (result != null) {
            waiter.complete(result);
        } else {
            staleHolders.add(waiter);
        }
        return waiter;
    }

    /**
     * Ends the fetch, unless it has ended.
     *
     * @return the waiters to answer, or null if there was a result before
     */
    synchronized @Nullable List<CompletableFuture<FetchResult>> end(FetchResult outcome) {
        if (result != null) {
            return null;
        }
        result = outcome;
        return takeAll();
    }

    /**
     * Ends a run that failed.
     *
     * @param status the status of the failure
     * @param lease the lease that the next leader takes over, if there is one
     * @return the consequence
     */
    synchronized Failure endFailedRun(int status, Lease lease) {
        failedRuns++;
        FetchResult failed = new FetchResult.Failed(status);
        if (result != null) {
            return new Failure(lease, List.of(), null, failed, false);
        }
        if (RunSharing.decide(status, false, failedRuns) == RunSharing.Verdict.NEXT_LEADER) {
            CompletableFuture<FetchResult> leader = waiters.poll();
            if (leader != null) {
                return new Failure(Lease.NOT_NEEDED, takeStaleHolders(), leader, failed, false);
            }
        }
        result = failed;
        return new Failure(lease, takeAll(), null, failed, true);
    }

    /** {@return the waiter that runs the handler because the runs before are slow, or null if nobody waits any more} */
    synchronized @Nullable CompletableFuture<FetchResult> takeNextLeader() {
        CompletableFuture<FetchResult> leader = waiters.poll();
        abandoned = leader == null;
        return leader;
    }

    /**
     * {@return the fetch whose handler run begins after this one, or null if this one is over} Its run sees every invalidation
     * before the last request that joined.
     */
    synchronized @Nullable SharedFetch following(SharedFetch candidate) {
        if (ended) {
            return null;
        }
        if (next == null) {
            next = candidate;
        }
        next.snapshot = candidate.snapshot;
        return next;
    }

    /** {@return the fetch that follows this one, at most once; null if there is none} */
    synchronized @Nullable SharedFetch takeFollowing(boolean last) {
        SharedFetch following = next;
        next = null;
        ended |= last;
        return following;
    }

    synchronized int waiting() {
        return waiters.size() + staleHolders.size();
    }

    synchronized boolean hasResult() {
        return result != null;
    }

    /**
     * {@return whether a waiter selects the response of this fetch} It does not if the response varies on parts in which
     * the requests differ, or if between the two lookups an invalidation hit a tag that only the handler could know.
     *
     * @param ranLater whether the handler was called after the lookup of the waiter, so that no such invalidation can matter
     */
    boolean isSelectedBy(CacheCall waiter, SelectedEntry selected, FetchResult.Shared stored, boolean ranLater) {
        return (ranLater || selected.snapshot().unchangedSince(snapshot, stored.tags()))
                && Vary.select(stored.variants(), waiter.request()).equals(stored.variant());
    }

    private List<CompletableFuture<FetchResult>> takeAll() {
        List<CompletableFuture<FetchResult>> all = takeStaleHolders();
        all.addAll(waiters);
        waiters.clear();
        return all;
    }

    private List<CompletableFuture<FetchResult>> takeStaleHolders() {
        List<CompletableFuture<FetchResult>> all = new ArrayList<>(staleHolders);
        staleHolders.clear();
        return all;
    }

    /**
     * The consequence of a failed run.
     *
     * @param released the lease to release
     * @param answered the waiters that receive the failure
     * @param leader the waiter that takes over, or null
     * @param result the result for the waiters that receive the failure
     * @param last whether the fetch has ended with this failure
     */
    record Failure(
            Lease released,
            List<CompletableFuture<FetchResult>> answered,
            @Nullable CompletableFuture<FetchResult> leader,
            FetchResult result,
            boolean last) {}
}
