package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.RequestPart;
import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.RunSharing;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import io.httpcached.engine.LeaseCoordinator.Awaited;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handler in the background to bring a stale response up to date (RFC 5861). Equal requests share one run, as in
 * {@link FetchCoordinator}. Thread-safe.
 */
final class BackgroundFetcher {

    private static final CompletionStage<?> NOTHING_WRITTEN = CompletableFuture.completedFuture(null);

    private static final String STALE_IF_ERROR = "stale-if-error";
    private static final String STALE_AFTER = "stale-after";

    private final RequestCollapser collapser;
    private final LeaseCoordinator leases;
    private final Refreshes refreshes;
    private final Duration timeout;
    private final Clock ages;

    /**
     * Creates a fetcher.
     *
     * @param timeout the time after which a request serves its stale response although the handler has not responded
     */
    BackgroundFetcher(
            RequestCollapser collapser, LeaseCoordinator leases, Refreshes refreshes, Duration timeout, Clock ages) {
        this.collapser = collapser;
        this.leases = leases;
        this.refreshes = refreshes;
        this.timeout = timeout;
        this.ages = ages;
    }

    /**
     * Refreshes the stored response, unless a refresh is under way or too many are. The request does not wait for it (RFC 5861
     * §3).
     */
    void refresh(CacheCall call, SelectedEntry selected) {
        refresh(call, selected, Forwarding.STALE, Awaited.FRESH);
    }

    /** Refreshes the stored response as {@link #refresh} does, although it is fresh: its lifetime ends soon. */
    void refreshAhead(CacheCall call, SelectedEntry selected) {
        refresh(call, selected, Forwarding.REQUEST, Awaited.REFRESHED);
    }

    private void refresh(CacheCall call, SelectedEntry selected, Forwarding why, Awaited awaited) {
        if (!refreshes.begin(selected.key())) {
            return;
        }
        SharedFetch own = new SharedFetch(selected.key(), selected.snapshot());
        if (isShared(call) && collapser.joinOrLead(own, call.tags()) != own) {
            refreshes.end(selected.key());
            return;
        }
        runOrUseStored(call.detach(), selected, why, own, awaited, lease -> refreshes.endingWith(lease, own.key()));
    }

    /**
     * {@return the step that answers with the revalidated response, or with the stale one if the handler fails (RFC 5861
     * §4) or takes too long} The request waits for the run in the background, which goes on when the wait is over.
     */
    CompletionStage<Step> revalidateOrServeStale(
            CacheCall call, SelectedEntry selected, StoredResponse stale, Reuse.Revalidate revalidate) {
        SharedFetch own = new SharedFetch(selected.key(), selected.snapshot());
        SharedFetch shared = joinOrLead(call, own);
        CompletionStage<FetchResult> result = awaitAsStaleHolder(shared, revalidate.staleAfter());
        if (shared == own) {
            var unused = own.turn().thenRun(() -> revalidate(call, selected, revalidate.why(), own));
        }
        return result.thenCompose(ended -> answer(call, selected, stale, revalidate, shared, ended, shared == own));
    }

    /** {@return the result for a request that can serve a stale response, which the softer of the two timeouts ends} */
    private CompletionStage<FetchResult> awaitAsStaleHolder(SharedFetch shared, @Nullable Duration staleAfter) {
        if (staleAfter != null && staleAfter.compareTo(timeout) < 0) {
            return await(shared, staleAfter, new FetchResult.TimedOut(true));
        }
        return await(shared, timeout, new FetchResult.TimedOut(false));
    }

    private static CompletionStage<FetchResult> await(SharedFetch shared, Duration wait, FetchResult late) {
        return shared.awaitAsStaleHolder().completeOnTimeout(late, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private SharedFetch joinOrLead(CacheCall call, SharedFetch own) {
        if (!isShared(call)) {
            own.turn().complete(null);
            return own;
        }
        return RunSharing.demandsLaterRun(call.request(), call.policy())
                ? collapser.joinNextOrLead(own)
                : collapser.joinOrLead(own, call.tags());
    }

    private void revalidate(CacheCall call, SelectedEntry selected, Forwarding why, SharedFetch own) {
        if (isShared(call)) {
            runOrUseStored(call.detach(), selected, why, own, Awaited.FRESH, UnaryOperator.identity());
        } else {
            runDetached(call.detach(), selected, why, own, Lease.NOT_NEEDED);
        }
    }

    /**
     * Runs the handler once this node has the lease, unless another request has stored its response meanwhile.
     *
     * @param awaited the stored responses that make the run unnecessary
     * @param holding adds to the lease what else ends with the run
     */
    private void runOrUseStored(
            CacheCall detached,
            SelectedEntry selected,
            Forwarding why,
            SharedFetch own,
            Awaited awaited,
            UnaryOperator<Lease> holding) {
        var unused = leases.acquire(detached, selected, awaited).thenAccept(decision -> {
            if (decision instanceof LeaseCoordinator.Decision.RunHandler run) {
                runDetached(detached, selected, why, own, holding.apply(run.lease()));
            } else {
                holding.apply(Lease.NOT_NEEDED).releaseAfter(NOTHING_WRITTEN);
                collapser.complete(own, ((LeaseCoordinator.Decision.UseStored) decision).result(detached, why));
            }
        });
    }

    private static boolean isShared(CacheCall call) {
        return RunSharing.isPermitted(call.request(), call.policy().sharing());
    }

    private void runDetached(CacheCall detached, SelectedEntry selected, Forwarding why, SharedFetch own, Lease lease) {
        collapser.startTimeout(own);
        detached.runInBackground(PendingFetch.storing(detached, why, selected, selected.response(), ages.millis())
                .leading(own, lease));
    }

    private CompletionStage<Step> answer(
            CacheCall call,
            SelectedEntry selected,
            StoredResponse stale,
            Reuse.Revalidate revalidate,
            SharedFetch shared,
            FetchResult result,
            boolean leads) {
        if (result instanceof FetchResult.Shared stored) {
            if (leads && isOf(call, stored.variants(), stored.variant())) {
                return Step.respond(stored.leaderAnswer());
            }
            return !leads && mayAnswer(call, selected, shared, stored)
                    ? Step.respond(collapsed(stored.response(), revalidate))
                    : runHandler(call, selected, stale, revalidate);
        }
        if (result instanceof FetchResult.NotShared passed) {
            return leads && passed.leaderAnswer() != null && isOf(call, passed.variants(), passed.variant())
                    ? Step.respond(passed.leaderAnswer())
                    : runHandler(call, selected, stale, revalidate);
        }
        return Step.respond(staleOnError(stale, revalidate, result));
    }

    /** In the background, filters may give the copy of a request other attributes, such as another nonce. */
    private static boolean isOf(CacheCall leader, List<RequestPart> variants, String variant) {
        return Vary.select(variants, leader.request()).equals(variant);
    }

    private boolean mayAnswer(CacheCall waiter, SelectedEntry selected, SharedFetch shared, FetchResult.Shared stored) {
        boolean ranLater = RunSharing.demandsLaterRun(waiter.request(), waiter.policy());
        return shared.isSelectedBy(waiter, selected, stored, ranLater)
                && RunSharing.satisfies(
                        ReuseDecider.decide(ages.millis(), waiter.request(), stored.response(), waiter.policy()),
                        ranLater);
    }

    private CompletionStage<Step> runHandler(
            CacheCall call, SelectedEntry selected, StoredResponse stale, Reuse.Revalidate revalidate) {
        return Step.proceed(PendingFetch.storing(call, revalidate.why(), selected, stale, ages.millis()));
    }

    private Answer collapsed(StoredResponse response, Reuse.Revalidate revalidate) {
        return fromStore(response, Outcome.forwarded(revalidate.why()).withCollapsed(true));
    }

    private Answer staleOnError(StoredResponse stale, Reuse.Revalidate revalidate, FetchResult result) {
        int status = result instanceof FetchResult.Failed error ? error.status() : 0;
        return fromStore(
                stale,
                Outcome.forwarded(revalidate.why())
                        .withForwardStatus(status)
                        .withTtl(revalidate.ttl())
                        .withDetail(isSoftTimeout(result) ? STALE_AFTER : STALE_IF_ERROR));
    }

    private static boolean isSoftTimeout(FetchResult result) {
        return result instanceof FetchResult.TimedOut timedOut && timedOut.soft();
    }

    private Answer fromStore(StoredResponse response, Outcome outcome) {
        return new Answer.FromStore(response, response.ageAt(ages.millis()), outcome);
    }
}
