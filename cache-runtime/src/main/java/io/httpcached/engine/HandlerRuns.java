package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import io.httpcached.engine.NodeTurns.Turn;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who runs the handler when a stored response will not do: one request of all equal ones, in all nodes if they share leases.
 * The others wait for its response. Thread-safe.
 */
final class HandlerRuns {

    private final SingleFlight flights;
    private final NodeTurns turns;
    private final Landing landing;
    private final Clock clock;

    HandlerRuns(SingleFlight flights, NodeTurns turns, Landing landing, Clock clock) {
        this.flights = flights;
        this.turns = turns;
        this.landing = landing;
        this.clock = clock;
    }

    /** {@return to run the handler for this request only, and not to store what it answers} */
    CompletionStage<Step> alone(CacheCall call, @Nullable Located located, Forwarding why) {
        return proceed(new Ticket(call, why, located, false, null, null, Lease.FREE, clock.millis()));
    }

    /**
     * {@return to run the handler, or what an equal request whose handler is running is answered}
     *
     * @param again what to do if what that is answered is stored, but not for this request: among many that it is not for,
     *     one need run the handler for what each selects; null to run the handler then
     */
    CompletionStage<Step> fetch(
            CacheCall call,
            Located located,
            Forwarding why,
            @Nullable StoredResponse stale,
            @Nullable Supplier<CompletionStage<Step>> again) {
        if (isHeadOnly(call)) {
            return alone(call, located, why);
        }
        if (why == Forwarding.REQUEST || why == Forwarding.BYPASS) {
            return proceed(ticket(call, located, why, stale));
        }
        Flight own = new Flight(located.generation());
        Flight flight = flights.enter(located.key(), own, call.tags());
        return flight == own
                ? Stages.compose(turns.take(call, located), turn -> lead(call, located, why, stale, own, turn))
                : SingleFlight.await(flight)
                        .thenCompose(result -> afterFlight(call, located, why, flight, result, again));
    }

    /** Has the stored response fetched anew, unless that is being done; this request does not wait for it. */
    void refresh(CacheCall call, Located located) {
        var unused = runApart(call, located, Forwarding.STALE, new Flight(located.generation()));
    }

    /** RFC 5861 §4: validates apart from this request, which falls back on the stale response. */
    CompletionStage<Step> freshOrStale(
            CacheCall call, Located located, StoredResponse stale, Reuse.Revalidate revalidate) {
        Flight own = new Flight(located.generation());
        Flight flight = runApart(call, located, revalidate.why(), own);
        return SingleFlight.await(flight).thenCompose(result -> {
            if (result instanceof Flight.Result.Stored landed) {
                if (!isFor(call, located, flight, landed)) {
                    return proceed(ticket(call, located, revalidate.why(), stale));
                }
                Outcome outcome = Outcome.forwarded(revalidate.why()).withCollapsed(true);
                return respond(flight == own ? landed.own() : fromStore(landed.response(), outcome));
            }
            if (result instanceof Flight.Result.NotShared other && !other.error()) {
                return flight == own && other.own() != null
                        ? respond(other.own())
                        : proceed(ticket(call, located, revalidate.why(), stale));
            }
            Outcome outcome = Outcome.forwarded(revalidate.why())
                    .withForwardStatus(result instanceof Flight.Result.NotShared error ? error.status() : 0)
                    .withTtl(revalidate.ttl())
                    .withDetail("stale-if-error");
            return respond(fromStore(stale, outcome));
        });
    }

    private CompletionStage<Step> lead(
            CacheCall call, Located located, Forwarding why, @Nullable StoredResponse stale, Flight own, Turn turn) {
        return turn instanceof Turn.Run run
                ? proceed(ticket(call, located, why, stale).leading(own, run.lease()))
                : respond(share(call, located, why, own, (Turn.Found) turn));
    }

    private CompletionStage<Step> afterFlight(
            CacheCall call,
            Located located,
            Forwarding why,
            Flight flight,
            Flight.Result result,
            @Nullable Supplier<CompletionStage<Step>> again) {
        if (result instanceof Flight.Result.Failed failed) {
            return CompletableFuture.failedFuture(failed.cause());
        }
        if (result instanceof Flight.Result.Stored landed) {
            Reuse reuse = isFor(call, located, flight, landed)
                    ? ReuseDecider.decide(clock.millis(), call.request(), landed.response(), call.policy())
                    : null;
            if (reuse instanceof Reuse.Serve serve) {
                return respond(collapsed(why, landed.response(), serve));
            }
            if (again != null && (reuse == null || hasAged(reuse))) {
                return flight.over().thenCompose(over -> again.get());
            }
        }
        return proceed(ticket(call, located, why, null));
    }

    private static boolean hasAged(Reuse reuse) {
        return reuse.reason() == Reuse.Reason.STALE || reuse.reason() == Reuse.Reason.STALE_WHILE_REVALIDATE;
    }

    private Flight runApart(CacheCall call, Located located, Forwarding why, Flight own) {
        Flight flight = flights.enter(located.key(), own, call.tags());
        if (flight == own) {
            CacheCall detached = call.detach();
            var unused = turns.take(detached, located)
                    .thenAccept(turn -> leadInBackground(detached, located, why, own, turn));
        }
        return flight;
    }

    private void leadInBackground(CacheCall call, Located located, Forwarding why, Flight own, Turn turn) {
        if (turn instanceof Turn.Run run) {
            call.runInBackground(ticket(call, located, why, located.response()).leading(own, run.lease()));
        } else {
            share(call, located, why, own, (Turn.Found) turn);
        }
    }

    /** Another request's handler has answered in the meantime: that is the answer to all who wait for this flight. */
    private Answer share(CacheCall call, Located located, Forwarding why, Flight own, Turn.Found found) {
        Answer.FromStore answer = collapsed(why, found.response(), found.serve());
        landing.share(call, located, found.located(), own, answer);
        return answer;
    }

    /** RFC 9111 §4.3.5: such an answer can freshen what is stored, but it has no body to store. */
    private static boolean isHeadOnly(CacheCall call) {
        return call.request().isHead() && !call.headRunsGet();
    }

    /**
     * Whether a request that waited for a flight selects its response, and no eviction came in between of which only the
     * handler could tell that it concerns the response.
     */
    private static boolean isFor(CacheCall call, Located located, Flight flight, Flight.Result.Stored landed) {
        return located.generation().unchangedSince(flight.generation(), landed.tags())
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

    private Ticket ticket(CacheCall call, Located located, Forwarding why, @Nullable StoredResponse stale) {
        return new Ticket(call, why, located, true, stale, null, Lease.FREE, clock.millis());
    }

    private static CompletionStage<Step> proceed(Ticket ticket) {
        return new Step.Proceed(ticket).now();
    }

    private static CompletionStage<Step> respond(Answer answer) {
        return new Step.Respond(answer).now();
    }
}
