package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import io.httpcached.engine.LeaseCoordinator.Turn;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who runs the handler when a stored response will not do: one request of all equal ones, in all nodes if they share leases.
 * The others wait for its response. Thread-safe.
 */
final class FetchCoordinator {

    private final RequestCollapser collapser;
    private final LeaseCoordinator turns;
    private final ResponseStorer landing;
    private final Clock clock;

    FetchCoordinator(RequestCollapser collapser, LeaseCoordinator turns, ResponseStorer landing, Clock clock) {
        this.collapser = collapser;
        this.turns = turns;
        this.landing = landing;
        this.clock = clock;
    }

    /** {@return to run the handler for this request only, and not to store what it answers} */
    CompletionStage<Step> alone(
            CacheCall call, @Nullable SelectedEntry selected, Forwarding why, @Nullable String reason) {
        return proceed(new PendingFetch(call, why, reason, selected, false, null, null, Lease.FREE, clock.millis()));
    }

    /**
     * {@return to run the handler, or what an equal request whose handler is running is answered}
     *
     * @param again what to do if what that is answered is stored, but not for this request: among many that it is not for,
     *     one need run the handler for what each selects; null to run the handler then
     */
    CompletionStage<Step> fetch(
            CacheCall call,
            SelectedEntry selected,
            Forwarding why,
            @Nullable StoredResponse stale,
            @Nullable Supplier<CompletionStage<Step>> again) {
        if (isHeadOnly(call)) {
            return alone(call, selected, why, null);
        }
        if (why == Forwarding.REQUEST || why == Forwarding.BYPASS) {
            return proceed(pending(call, selected, why, stale));
        }
        SharedFetch own = new SharedFetch(selected.snapshot());
        SharedFetch shared = collapser.enter(selected.key(), own, call.tags());
        return shared == own
                ? Stages.compose(turns.take(call, selected), turn -> lead(call, selected, why, stale, own, turn))
                : RequestCollapser.await(shared)
                        .thenCompose(result -> afterFlight(call, selected, why, shared, result, again));
    }

    /** Has the stored response fetched anew, unless that is being done; this request does not wait for it. */
    void refresh(CacheCall call, SelectedEntry selected) {
        var unused = runApart(call, selected, Forwarding.STALE, new SharedFetch(selected.snapshot()));
    }

    /** RFC 5861 §4: validates apart from this request, which falls back on the stale response. */
    CompletionStage<Step> freshOrStale(
            CacheCall call, SelectedEntry selected, StoredResponse stale, Reuse.Revalidate revalidate) {
        SharedFetch own = new SharedFetch(selected.snapshot());
        SharedFetch shared = runApart(call, selected, revalidate.why(), own);
        return RequestCollapser.await(shared).thenCompose(result -> {
            if (result instanceof SharedFetch.Result.Stored landed) {
                if (!isFor(call, selected, shared, landed)) {
                    return proceed(pending(call, selected, revalidate.why(), stale));
                }
                Outcome outcome = Outcome.forwarded(revalidate.why()).withCollapsed(true);
                return respond(shared == own ? landed.own() : fromStore(landed.response(), outcome));
            }
            if (result instanceof SharedFetch.Result.NotShared other && !other.error()) {
                return shared == own && other.own() != null
                        ? respond(other.own())
                        : proceed(pending(call, selected, revalidate.why(), stale));
            }
            Outcome outcome = Outcome.forwarded(revalidate.why())
                    .withForwardStatus(result instanceof SharedFetch.Result.NotShared error ? error.status() : 0)
                    .withTtl(revalidate.ttl())
                    .withDetail("stale-if-error");
            return respond(fromStore(stale, outcome));
        });
    }

    private CompletionStage<Step> lead(
            CacheCall call,
            SelectedEntry selected,
            Forwarding why,
            @Nullable StoredResponse stale,
            SharedFetch own,
            Turn turn) {
        return turn instanceof Turn.Run run
                ? proceed(pending(call, selected, why, stale).leading(own, run.lease()))
                : respond(share(call, selected, why, own, (Turn.Found) turn));
    }

    private CompletionStage<Step> afterFlight(
            CacheCall call,
            SelectedEntry selected,
            Forwarding why,
            SharedFetch shared,
            SharedFetch.Result result,
            @Nullable Supplier<CompletionStage<Step>> again) {
        if (result instanceof SharedFetch.Result.Failed failed) {
            return CompletableFuture.failedFuture(failed.cause());
        }
        if (result instanceof SharedFetch.Result.Stored landed) {
            Reuse reuse = isFor(call, selected, shared, landed)
                    ? ReuseDecider.decide(clock.millis(), call.request(), landed.response(), call.policy())
                    : null;
            if (reuse instanceof Reuse.Serve serve) {
                return respond(collapsed(why, landed.response(), serve));
            }
            if (again != null && (reuse == null || hasAged(reuse))) {
                return shared.over().thenCompose(over -> again.get());
            }
        }
        return proceed(pending(call, selected, why, null));
    }

    private static boolean hasAged(Reuse reuse) {
        return reuse.reason() == Reuse.Reason.STALE || reuse.reason() == Reuse.Reason.STALE_WHILE_REVALIDATE;
    }

    private SharedFetch runApart(CacheCall call, SelectedEntry selected, Forwarding why, SharedFetch own) {
        SharedFetch shared = collapser.enter(selected.key(), own, call.tags());
        if (shared == own) {
            CacheCall detached = call.detach();
            var unused = turns.take(detached, selected)
                    .thenAccept(turn -> leadInBackground(detached, selected, why, own, turn));
        }
        return shared;
    }

    private void leadInBackground(CacheCall call, SelectedEntry selected, Forwarding why, SharedFetch own, Turn turn) {
        if (turn instanceof Turn.Run run) {
            call.runInBackground(
                    pending(call, selected, why, selected.response()).leading(own, run.lease()));
        } else {
            share(call, selected, why, own, (Turn.Found) turn);
        }
    }

    /** Another request's handler has answered in the meantime: that is the answer to all who wait for this shared. */
    private Answer share(CacheCall call, SelectedEntry selected, Forwarding why, SharedFetch own, Turn.Found found) {
        Answer.FromStore answer = collapsed(why, found.response(), found.serve());
        landing.share(call, selected, found.selected(), own, answer);
        return answer;
    }

    /** RFC 9111 §4.3.5: such an answer can freshen what is stored, but it has no body to store. */
    private static boolean isHeadOnly(CacheCall call) {
        return call.request().isHead() && !call.headRunsGet();
    }

    /**
     * Whether a request that waited for a shared selects its response, and no invalidation came in between of which only the
     * handler could tell that it concerns the response.
     */
    private static boolean isFor(
            CacheCall call, SelectedEntry selected, SharedFetch shared, SharedFetch.Result.Stored landed) {
        return selected.snapshot().unchangedSince(shared.snapshot(), landed.tags())
                && (landed.variants().isEmpty()
                        || Vary.select(landed.variants(), call.request().fields())
                                .equals(landed.selected()));
    }

    private static Answer.FromStore collapsed(Forwarding why, StoredResponse response, Reuse.Serve serve) {
        return new Answer.FromStore(
                response, serve.age(), Outcome.forwarded(why).withCollapsed(true));
    }

    private Answer fromStore(StoredResponse response, Outcome outcome) {
        return new Answer.FromStore(response, response.ageAt(clock.millis()), outcome);
    }

    private PendingFetch pending(
            CacheCall call, SelectedEntry selected, Forwarding why, @Nullable StoredResponse stale) {
        return new PendingFetch(call, why, null, selected, true, stale, null, Lease.FREE, clock.millis());
    }

    private static CompletionStage<Step> proceed(PendingFetch pending) {
        return new Step.Proceed(pending).now();
    }

    private static CompletionStage<Step> respond(Answer answer) {
        return new Step.Respond(answer).now();
    }
}
