package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.StoredResponse;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides who runs the handler when no stored response can be used. Of all equal requests one leads and runs the handler,
 * across all nodes if they share leases; the others wait for its response. Thread-safe.
 */
final class FetchCoordinator {

    private final RequestCollapser collapser;
    private final LeaseCoordinator leases;
    private final Clock clock;

    FetchCoordinator(RequestCollapser collapser, LeaseCoordinator leases, Clock clock) {
        this.collapser = collapser;
        this.leases = leases;
        this.clock = clock;
    }

    /** {@return the step that runs the handler for this request alone and stores nothing} */
    CompletionStage<Step> passThrough(
            CacheCall call, @Nullable SelectedEntry selected, Forwarding why, @Nullable String reason) {
        return Step.proceed(PendingFetch.passingThrough(call, why, reason, selected, clock.millis()));
    }

    /**
     * {@return the step that runs the handler, or that answers with the response of a leader}
     *
     * @param stale the stored response to revalidate, or null
     * @param lookUpAgain the second attempt of a waiter whose leader's response is stored but cannot be served to it; null
     *     to run the handler in that case
     */
    CompletionStage<Step> fetch(
            CacheCall call,
            SelectedEntry selected,
            Forwarding why,
            @Nullable StoredResponse stale,
            @Nullable Supplier<CompletionStage<Step>> lookUpAgain) {
        if (isHeadOnly(call)) {
            return passThrough(call, selected, why, null);
        }
        if (why == Forwarding.REQUEST || why == Forwarding.BYPASS) {
            return Step.proceed(PendingFetch.storing(call, why, selected, stale, clock.millis()));
        }
        SharedFetch own = new SharedFetch(selected.key(), selected.snapshot());
        SharedFetch shared = collapser.joinOrLead(own, call.tags());
        return shared == own
                ? Stages.compose(
                        leases.acquire(call, selected), decision -> lead(call, selected, why, stale, own, decision))
                : shared.awaitResult()
                        .thenCompose(result -> followLeader(call, selected, why, shared, result, lookUpAgain));
    }

    private CompletionStage<Step> lead(
            CacheCall call,
            SelectedEntry selected,
            Forwarding why,
            @Nullable StoredResponse stale,
            SharedFetch own,
            LeaseCoordinator.Decision decision) {
        if (decision instanceof LeaseCoordinator.Decision.RunHandler run) {
            return Step.proceed(PendingFetch.storing(call, why, selected, stale, clock.millis())
                    .leading(own, run.lease()));
        }
        SharedFetch.Result.Stored result = ((LeaseCoordinator.Decision.UseStored) decision).result(call, why);
        collapser.complete(own, result);
        return Step.respond(result.leaderAnswer());
    }

    private CompletionStage<Step> followLeader(
            CacheCall call,
            SelectedEntry selected,
            Forwarding why,
            SharedFetch shared,
            SharedFetch.Result result,
            @Nullable Supplier<CompletionStage<Step>> lookUpAgain) {
        if (result instanceof SharedFetch.Result.Failed failed) {
            return CompletableFuture.failedFuture(failed.cause());
        }
        if (result instanceof SharedFetch.Result.Stored stored) {
            Reuse reuse = shared.isSelectedBy(call, selected, stored)
                    ? ReuseDecider.decide(clock.millis(), call.request(), stored.response(), call.policy())
                    : null;
            if (reuse instanceof Reuse.Serve serve) {
                return Step.respond(new Answer.FromStore(
                        stored.response(), serve.age(), Outcome.forwarded(why).withCollapsed(true)));
            }
            if (lookUpAgain != null && (reuse == null || isStale(reuse))) {
                return shared.closed().thenCompose(closed -> lookUpAgain.get());
            }
        }
        return Step.proceed(PendingFetch.storing(call, why, selected, null, clock.millis()));
    }

    private static boolean isStale(Reuse reuse) {
        return reuse.reason() == Reuse.Reason.STALE || reuse.reason() == Reuse.Reason.STALE_WHILE_REVALIDATE;
    }

    /** The response to such a request can freshen the stored response (RFC 9111 §4.3.5), but has no body to store. */
    private static boolean isHeadOnly(CacheCall call) {
        return call.request().isHead() && !call.headRunsGet();
    }
}
