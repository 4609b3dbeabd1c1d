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
import org.jspecify.annotations.Nullable;

/**
 * What happens to a request of a cached route:
 *
 * <pre>
 * begin:   not cacheable -> proceed
 *          else          -> look up -> serve | serve stale and refresh | validate | join a flight | fly
 * (the handler runs)
 * finish:  freshen | store | pass on, and tell those who wait
 * </pre>
 *
 * Each decision is made by {@code io.httpcached.core}; this class obeys. Thread-safe.
 */
public final class CachePipeline {

    private final Locator locator;
    private final SingleFlight flights;
    private final Landing landing;
    private final NodeTurns turns;
    private final Clock clock;

    /**
     * Creates a pipeline.
     *
     * @param store where entries live
     * @param clock tells the age of entries
     * @param settings how long to wait and to keep
     * @param compression which bodies are kept compressed as well
     */
    public CachePipeline(EntryStore store, Clock clock, PipelineSettings settings, Compression compression) {
        this.locator = new Locator(store);
        this.flights = new SingleFlight(settings.collapseTimeout());
        this.landing = new Landing(
                new EntryWriter(store, settings.keepStale(), compression), flights, settings.maximumTags(), clock);
        this.turns = new NodeTurns(locator, store, settings.collapseTimeout(), clock);
        this.clock = clock;
    }

    /**
     * Looks a request up.
     *
     * @param call the request
     * @return what to do; fails only with the exception of a handler that the request waited for
     */
    public CompletionStage<Step> begin(CacheCall call) {
        Reuse unasked = ReuseDecider.beforeLookup(call.request(), call.policy());
        if (unasked instanceof Reuse.Forward forward) {
            return proceed(ticket(call, forward.why(), null, false, null, null));
        }
        if (unasked instanceof Reuse.Refuse) {
            return refuse();
        }
        return Stages.compose(locator.locate(call), located -> decide(call, located));
    }

    /**
     * Tells whether the body of an answer is worth reading, before it is.
     *
     * @param ticket why the handler ran
     * @param head what it answered, without a body
     * @return why the answer would not be stored whatever its body is, or null if it may be
     */
    public @Nullable String objection(Ticket ticket, Fetched head) {
        return landing.objection(ticket, head);
    }

    /**
     * Takes what a handler answered: stores it if it may be, and answers all who wait for it.
     *
     * @param ticket why the handler ran
     * @param fetched what it answered
     * @return how the ticket's own request is to be answered; never fails
     */
    public CompletionStage<Answer> finish(Ticket ticket, Fetched fetched) {
        return landing.land(ticket, fetched);
    }

    /**
     * Tells what {@link #begin} would do with a request, without doing it: no handler runs, and nothing is counted.
     *
     * @param call the request
     * @return the decision, and what it rests on
     */
    public CompletionStage<Explanation> explain(CacheCall call) {
        Reuse unasked = ReuseDecider.beforeLookup(call.request(), call.policy());
        return unasked != null
                ? CompletableFuture.completedFuture(Explanation.of(call, unasked))
                : Stages.map(locator.locate(call), located -> explain(call, located));
    }

    private Explanation explain(CacheCall call, Located located) {
        long now = clock.millis();
        return Explanation.of(located, judge(call, located, now), now);
    }

    private CompletionStage<Step> decide(CacheCall call, Located located) {
        Reuse reuse = judge(call, located, clock.millis());
        CacheEvents.decided(call, located, reuse);
        return obey(call, located, reuse);
    }

    private static Reuse judge(CacheCall call, Located located, long now) {
        StoredResponse stored = located.response();
        return stored == null
                ? ReuseDecider.onAbsent(call.request(), call.policy(), located.variantKnown())
                : ReuseDecider.decide(now, call.request(), stored, call.policy());
    }

    private CompletionStage<Step> obey(CacheCall call, Located located, Reuse reuse) {
        StoredResponse stored = located.response();
        if (reuse instanceof Reuse.Serve serve && stored != null) {
            return respond(new Answer.FromStore(stored, serve.age(), Outcome.hit(serve.ttl())));
        }
        if (reuse instanceof Reuse.ServeStale stale && stored != null) {
            if (stale.refresh()) {
                refresh(call, located, Forwarding.STALE, new Flight(located.generation()));
            }
            return respond(new Answer.FromStore(stored, stale.age(), Outcome.hit(stale.ttl())));
        }
        if (reuse instanceof Reuse.Revalidate revalidate) {
            return revalidate.staleIfError() && stored != null
                    ? freshOrStale(call, located, stored, revalidate)
                    : fetch(call, located, revalidate.why(), stored);
        }
        if (reuse instanceof Reuse.Forward forward) {
            return forward.store()
                    ? fetch(call, located, forward.why(), null)
                    : proceed(ticket(call, forward.why(), located, false, null, null));
        }
        return refuse();
    }

    /** Runs the handler, or waits for an equal request whose handler is running. */
    private CompletionStage<Step> fetch(
            CacheCall call, Located located, Forwarding why, @Nullable StoredResponse stale) {
        if (isHeadOnly(call)) {
            return proceed(ticket(call, why, located, false, null, null));
        }
        if (why == Forwarding.REQUEST || why == Forwarding.BYPASS) {
            return proceed(ticket(call, why, located, true, stale, null));
        }
        Flight own = new Flight(located.generation());
        Flight flight = flights.enter(located.key(), own, call.tags());
        return flight == own
                ? Stages.compose(turns.take(call, located), turn -> lead(call, located, why, stale, own, turn))
                : SingleFlight.await(flight).thenCompose(result -> afterFlight(call, located, why, flight, result));
    }

    private CompletionStage<Step> lead(
            CacheCall call, Located located, Forwarding why, @Nullable StoredResponse stale, Flight own, Turn turn) {
        if (turn instanceof Turn.Found found) {
            Outcome outcome = Outcome.forwarded(why).withCollapsed(true);
            Answer.FromStore answer =
                    new Answer.FromStore(found.response(), found.serve().age(), outcome);
            landing.share(call, located, found.located(), own, answer);
            return respond(answer);
        }
        return proceed(ticket(call, why, located, true, stale, own).leased(((Turn.Run) turn).lease()));
    }

    private CompletionStage<Step> afterFlight(
            CacheCall call, Located located, Forwarding why, Flight flight, Flight.Result result) {
        if (result instanceof Flight.Result.Failed failed) {
            return CompletableFuture.failedFuture(failed.cause());
        }
        if (result instanceof Flight.Result.Stored landed && isFor(call, located, flight, landed)) {
            Reuse reuse = ReuseDecider.decide(clock.millis(), call.request(), landed.response(), call.policy());
            if (reuse instanceof Reuse.Serve serve) {
                Outcome outcome = Outcome.forwarded(why).withCollapsed(true);
                return respond(new Answer.FromStore(landed.response(), serve.age(), outcome));
            }
        }
        return proceed(ticket(call, why, located, true, null, null));
    }

    /** RFC 5861 §4: validates apart from this request, which falls back on the stale response. */
    private CompletionStage<Step> freshOrStale(
            CacheCall call, Located located, StoredResponse stale, Reuse.Revalidate revalidate) {
        Flight own = new Flight(located.generation());
        Flight flight = refresh(call, located, revalidate.why(), own);
        return SingleFlight.await(flight).thenCompose(result -> {
            if (result instanceof Flight.Result.Stored landed) {
                if (!isFor(call, located, flight, landed)) {
                    return proceed(ticket(call, revalidate.why(), located, true, stale, null));
                }
                Outcome outcome = Outcome.forwarded(revalidate.why()).withCollapsed(true);
                return respond(flight == own ? landed.own() : fromStore(landed.response(), outcome));
            }
            if (result instanceof Flight.Result.NotShared other && !other.error()) {
                return flight == own && other.own() != null
                        ? respond(other.own())
                        : proceed(ticket(call, revalidate.why(), located, true, stale, null));
            }
            Outcome outcome = Outcome.forwarded(revalidate.why())
                    .withForwardStatus(result instanceof Flight.Result.NotShared error ? error.status() : 0)
                    .withTtl(revalidate.ttl())
                    .withDetail("stale-if-error");
            return respond(fromStore(stale, outcome));
        });
    }

    private Flight refresh(CacheCall call, Located located, Forwarding why, Flight own) {
        Flight flight = flights.enter(located.key(), own, call.tags());
        if (flight == own) {
            call.runInBackground(ticket(call, why, located, true, located.response(), own));
        }
        return flight;
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

    private Answer fromStore(StoredResponse response, Outcome outcome) {
        long age = response.ageAt(clock.millis());
        return new Answer.FromStore(response, age, outcome);
    }

    private Ticket ticket(
            CacheCall call,
            Forwarding why,
            @Nullable Located target,
            boolean store,
            @Nullable StoredResponse stale,
            @Nullable Flight flight) {
        return new Ticket(call, why, target, store, stale, flight, Lease.FREE, clock.millis());
    }

    private static CompletionStage<Step> proceed(Ticket ticket) {
        return CompletableFuture.completedFuture(new Step.Proceed(ticket));
    }

    private static CompletionStage<Step> respond(Answer answer) {
        return CompletableFuture.completedFuture(new Step.Respond(answer));
    }

    private static CompletionStage<Step> refuse() {
        return respond(new Answer.Refused(Outcome.refused().withDetail("only-if-cached")));
    }
}
