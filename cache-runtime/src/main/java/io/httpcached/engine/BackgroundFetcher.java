package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reuse;
import io.httpcached.core.StoredResponse;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/**
 * Runs the handler in the background to bring a stale response up to date (RFC 5861). Equal requests share one run, as in
 * {@link FetchCoordinator}. Thread-safe.
 */
final class BackgroundFetcher {

    private final RequestCollapser collapser;
    private final LeaseCoordinator leases;
    private final Clock clock;

    BackgroundFetcher(RequestCollapser collapser, LeaseCoordinator leases, Clock clock) {
        this.collapser = collapser;
        this.leases = leases;
        this.clock = clock;
    }

    /** Refreshes the stored response, unless a refresh is under way. The request does not wait for it (RFC 5861 §3). */
    void refresh(CacheCall call, SelectedEntry selected) {
        var unused = fetch(call, selected, Forwarding.STALE, new SharedFetch(selected.key(), selected.snapshot()));
    }

    /**
     * {@return the step that answers with the revalidated response, or with the stale one if the handler fails (RFC 5861
     * §4)} The request waits for the run in the background.
     */
    CompletionStage<Step> revalidateOrServeStale(
            CacheCall call, SelectedEntry selected, StoredResponse stale, Reuse.Revalidate revalidate) {
        SharedFetch own = new SharedFetch(selected.key(), selected.snapshot());
        SharedFetch shared = fetch(call, selected, revalidate.why(), own);
        return shared.awaitResult().thenCompose(result -> {
            if (result instanceof SharedFetch.Result.Stored stored) {
                if (!shared.isSelectedBy(call, selected, stored)) {
                    return runHandler(call, selected, stale, revalidate);
                }
                return Step.respond(shared == own ? stored.leaderAnswer() : collapsed(stored.response(), revalidate));
            }
            if (result instanceof SharedFetch.Result.NotShared passed && !passed.error()) {
                return shared == own && passed.leaderAnswer() != null
                        ? Step.respond(passed.leaderAnswer())
                        : runHandler(call, selected, stale, revalidate);
            }
            return Step.respond(staleOnError(stale, revalidate, result));
        });
    }

    private SharedFetch fetch(CacheCall call, SelectedEntry selected, Forwarding why, SharedFetch own) {
        SharedFetch shared = collapser.joinOrLead(own, call.tags());
        if (shared == own) {
            CacheCall detached = call.detach();
            var unused = leases.acquire(detached, selected)
                    .thenAccept(decision -> lead(detached, selected, why, own, decision));
        }
        return shared;
    }

    private void lead(
            CacheCall detached,
            SelectedEntry selected,
            Forwarding why,
            SharedFetch own,
            LeaseCoordinator.Decision decision) {
        if (decision instanceof LeaseCoordinator.Decision.RunHandler run) {
            detached.runInBackground(PendingFetch.storing(detached, why, selected, selected.response(), clock.millis())
                    .leading(own, run.lease()));
        } else {
            collapser.complete(own, ((LeaseCoordinator.Decision.UseStored) decision).result(detached, why));
        }
    }

    private CompletionStage<Step> runHandler(
            CacheCall call, SelectedEntry selected, StoredResponse stale, Reuse.Revalidate revalidate) {
        return Step.proceed(PendingFetch.storing(call, revalidate.why(), selected, stale, clock.millis()));
    }

    private Answer collapsed(StoredResponse response, Reuse.Revalidate revalidate) {
        return fromStore(response, Outcome.forwarded(revalidate.why()).withCollapsed(true));
    }

    private Answer staleOnError(StoredResponse stale, Reuse.Revalidate revalidate, SharedFetch.Result result) {
        int status = result instanceof SharedFetch.Result.NotShared error ? error.status() : 0;
        return fromStore(
                stale,
                Outcome.forwarded(revalidate.why())
                        .withForwardStatus(status)
                        .withTtl(revalidate.ttl())
                        .withDetail("stale-if-error"));
    }

    private Answer fromStore(StoredResponse response, Outcome outcome) {
        return new Answer.FromStore(response, response.ageAt(clock.millis()), outcome);
    }
}
