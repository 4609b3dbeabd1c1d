package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.RequestPart;
import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.RunSharing;
import io.httpcached.core.StoredResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides who runs the handler when no stored response can be used. Of all equal requests that may share a run, one leads and
 * runs the handler, across all nodes if they share leases; the others wait for its response. Thread-safe.
 */
final class FetchCoordinator {

    private final RequestCollapser collapser;
    private final LeaseCoordinator leases;
    private final NotStoredKeys notStored;
    private final Clock ages;

    FetchCoordinator(RequestCollapser collapser, LeaseCoordinator leases, NotStoredKeys notStored, Clock ages) {
        this.collapser = collapser;
        this.leases = leases;
        this.notStored = notStored;
        this.ages = ages;
    }

    /**
     * A request that needs the handler.
     *
     * @param call the request
     * @param selected the result of the lookup
     * @param why the reason why no stored response answers the request
     * @param stale the stored response to revalidate, or null
     */
    record Need(CacheCall call, SelectedEntry selected, Forwarding why, @Nullable StoredResponse stale) {

        /** Without the store, the cache cannot tell whether an invalidation came after the beginning of an earlier run. */
        boolean demandsLaterRun() {
            return lacksStore() || RunSharing.demandsLaterRun(call.request(), call.policy());
        }

        boolean lacksStore() {
            return selected.storeFailure() != null;
        }

        Need ofVariant(List<RequestPart> parts) {
            return new Need(call, selected.ofVariant(call, parts), why, stale);
        }

        Outcome collapsed() {
            Outcome outcome = Outcome.forwarded(why).withCollapsed(true);
            String failure = selected.storeFailure();
            return failure == null ? outcome : outcome.withDetail(failure);
        }

        PendingFetch run(Clock ages) {
            return PendingFetch.storing(call, why, selected, stale, ages.millis());
        }
    }

    /** {@return the step that runs the handler for this request alone and stores nothing} */
    CompletionStage<Step> passThrough(
            CacheCall call, @Nullable SelectedEntry selected, Forwarding why, @Nullable String reason) {
        return Step.proceed(PendingFetch.passingThrough(call, why, reason, selected, ages.millis()));
    }

    /**
     * {@return the step that runs the handler, or that answers with the response of a leader}
     *
     * @param lookUpAgain the second attempt of a waiter whose leader's response is stored but cannot be served to it; null
     *     to run the handler in that case
     */
    CompletionStage<Step> fetch(Need need, @Nullable Supplier<CompletionStage<Step>> lookUpAgain) {
        CacheCall call = need.call();
        if (isHeadOnly(call)) {
            return passThrough(call, need.selected(), need.why(), null);
        }
        if (!mayShare(need)) {
            return Step.proceed(need.run(ages));
        }
        SharedFetch own = new SharedFetch(need.selected().key(), need.selected().snapshot());
        SharedFetch shared =
                need.demandsLaterRun() ? collapser.joinNextOrLead(own) : collapser.joinOrLead(own, call.tags());
        return shared == own
                ? Stages.compose(own.turn(), turn -> lead(need, own))
                : shared.await().thenCompose(result -> followLeader(need, shared, result, lookUpAgain));
    }

    private boolean mayShare(Need need) {
        return RunSharing.isPermitted(
                        need.call().request(), need.call().policy().sharing())
                && !notStored.contains(need.selected().key());
    }

    /** The response that another node computes already cannot answer a request that demands a later run. */
    private CompletionStage<Step> lead(Need need, SharedFetch own) {
        return need.demandsLaterRun()
                ? runAsLeader(need, own, Lease.NOT_NEEDED)
                : Stages.compose(
                        leases.acquire(need.call(), need.selected(), LeaseCoordinator.Awaited.FRESH),
                        decision -> lead(need, own, decision));
    }

    private CompletionStage<Step> lead(Need need, SharedFetch own, LeaseCoordinator.Decision decision) {
        if (decision instanceof LeaseCoordinator.Decision.RunHandler run) {
            return runAsLeader(need, own, run.lease());
        }
        FetchResult.Shared result = ((LeaseCoordinator.Decision.UseStored) decision).result(need.call(), need.why());
        collapser.complete(own, result);
        return Step.respond(result.leaderAnswer());
    }

    private CompletionStage<Step> runAsLeader(Need need, SharedFetch own, Lease lease) {
        collapser.startTimeout(own);
        return Step.proceed(need.run(ages).leading(own, lease));
    }

    private CompletionStage<Step> followLeader(
            Need need, SharedFetch shared, FetchResult result, @Nullable Supplier<CompletionStage<Step>> lookUpAgain) {
        if (result instanceof FetchResult.TakeOver takeOver) {
            return Step.proceed(need.run(ages).leading(shared, takeOver.lease()));
        }
        if (result instanceof FetchResult.Failed failed) {
            return Step.respond(
                    new Answer.SharedFailure(failed.status(), need.collapsed().withForwardStatus(failed.status())));
        }
        if (result instanceof FetchResult.Shared stored) {
            Reuse reuse = reuse(need, shared, stored);
            if (reuse != null && RunSharing.satisfies(reuse, need.demandsLaterRun())) {
                long age = stored.response().ageAt(ages.millis());
                return Step.respond(new Answer.FromStore(stored.response(), age, need.collapsed()));
            }
            if (lookUpAgain != null && reuse == null && need.lacksStore()) {
                return fetch(need.ofVariant(stored.variants()), null);
            }
            if (lookUpAgain != null && (reuse == null || isStale(reuse))) {
                return shared.closed().thenCompose(closed -> lookUpAgain.get());
            }
        }
        return Step.proceed(PendingFetch.storing(need.call(), need.why(), need.selected(), null, ages.millis()));
    }

    /** {@return the decision about the response of the leader, or null if it is not for this request} */
    private @Nullable Reuse reuse(Need need, SharedFetch shared, FetchResult.Shared stored) {
        CacheCall call = need.call();
        return shared.isSelectedBy(call, need.selected(), stored, need.demandsLaterRun())
                ? ReuseDecider.decide(ages.millis(), call.request(), stored.response(), call.policy())
                : null;
    }

    private static boolean isStale(Reuse reuse) {
        return reuse.reason() == Reuse.Reason.STALE || reuse.reason() == Reuse.Reason.STALE_WHILE_REVALIDATE;
    }

    /** The response to such a request can freshen the stored response (RFC 9111 §4.3.5), but has no body to store. */
    private static boolean isHeadOnly(CacheCall call) {
        return call.request().isHead() && !call.headRunsGet();
    }
}
