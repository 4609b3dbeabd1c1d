package io.httpcached.engine;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reuse;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.StoredResponse;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request to a cached route:
 *
 * <pre>
 * begin:   not cacheable -> run the handler
 *          else          -> look up -> serve | serve and refresh | revalidate | wait for a leader | lead
 * (the handler runs)
 * finish:  freshen | store | pass through, and answer the waiters
 * </pre>
 *
 * <p>{@code io.httpcached.core} makes each decision; this class carries it out. Thread-safe.
 */
public final class CachePipeline {

    private final EntryStore store;
    private final RequestCollapser collapser;
    private final EntryLookup lookup;
    private final FetchCoordinator fetches;
    private final BackgroundFetcher background;
    private final ResponseStorer storer;
    private final BodyWork bodies;
    private final Clock ages;

    /**
     * Creates a pipeline.
     *
     * @param store the store of the entries
     * @param clocks the clocks of the store
     * @param settings the timeouts and limits
     * @param bodies compresses and digests bodies
     * @param refreshes the background refreshes of all pipelines of the application
     * @param random draws the jitter of lifetimes: returns a number from 0 to its argument, exclusive
     */
    public CachePipeline(
            EntryStore store,
            Clocks clocks,
            PipelineSettings settings,
            BodyWork bodies,
            Refreshes refreshes,
            LongUnaryOperator random) {
        this.ages = clocks.ages();
        this.collapser = new RequestCollapser(settings.collapseTimeout());
        EntryWriter entries = new EntryWriter(store, settings.keepStale(), bodies);
        this.store = store;
        this.bodies = bodies;
        this.lookup = new EntryLookup(store);
        LeaseCoordinator leases = new LeaseCoordinator(lookup, store, settings.collapseTimeout(), ages);
        NotStoredKeys notStored = new NotStoredKeys(ages);
        this.fetches = new FetchCoordinator(collapser, leases, notStored, ages);
        this.background = new BackgroundFetcher(collapser, leases, refreshes, settings.collapseTimeout(), ages);
        FetchCompleter completer = new FetchCompleter(entries, collapser, notStored, ages);
        Jitter jitter = new Jitter(random);
        this.storer = new ResponseStorer(
                new StorageCheck(settings.maximumTags()),
                new Freshener(entries, completer, clocks, jitter),
                completer,
                clocks,
                jitter);
    }

    /**
     * Begins a request: answers it from the store, or says that its handler must run.
     *
     * @param call the request
     * @return the next step; never fails
     */
    public CompletionStage<Step> begin(CacheCall call) {
        Reuse early = ReuseDecider.beforeLookup(call.request(), call.policy());
        if (early != null) {
            CacheEvents.decided(call, call.key(), early);
            return early instanceof Reuse.Forward forward
                    ? fetches.passThrough(call, null, forward.why(), forward.text())
                    : answerGatewayTimeout(early);
        }
        CompletionStage<Step> step =
                Stages.compose(lookup.lookup(call), selected -> decideAndAct(call, selected, true));
        return Stages.compose(
                step,
                next -> next instanceof Step.Respond respond && bodies.isDue(call, respond.answer(), ages.millis())
                        ? bodies.prepare(call, respond.answer()).thenApply(Step.Respond::new)
                        : step);
    }

    /**
     * Returns the reason why a response is not stored whatever its body is. With such a reason, nobody need read the body.
     *
     * @param pending the pending fetch
     * @param head the handler response without its body
     * @return the reason, or null if the response may be stored
     */
    public @Nullable String notStoredReason(PendingFetch pending, HandlerResponse head) {
        return storer.notStoredReason(pending, head);
    }

    /**
     * Finishes a request whose handler has run: stores the response if that is allowed, and answers all waiters.
     *
     * @param pending the pending fetch
     * @param response the handler response
     * @return the answer to the request of the pending fetch; never fails
     */
    public CompletionStage<Answer> finish(PendingFetch pending, HandlerResponse response) {
        CompletionStage<Answer> handled = bodies.with(response.body(), () -> storer.handle(pending, response));
        return Stages.compose(
                handled,
                answer -> bodies.isDue(pending.call(), answer, ages.millis())
                        ? bodies.prepare(pending.call(), answer)
                        : handled);
    }

    /**
     * Replaces an answer from the store that cannot be sent: starts to remove its entry, so that the next request is a miss, and
     * runs the handler for this request.
     *
     * @param call the request
     * @return the pending fetch of the handler, whose response is not stored
     */
    public PendingFetch discard(CacheCall call) {
        // Without this entry, which may name the fields of variants, no variant is found.
        var unused = store.remove(call.key(), call);
        return PendingFetch.passingThrough(
                call, Forwarding.MISS, OutcomeDetail.NOT_SENDABLE.text(), null, ages.millis());
    }

    /** {@return the number of requests that wait for the handler run of another request} */
    public int waiting() {
        return collapser.waiting();
    }

    /**
     * Explains what {@link #begin} would do with a request, without doing it: runs no handler and counts nothing.
     *
     * @param call the request
     * @return the decision and the facts it rests on
     */
    public CompletionStage<Explanation> explain(CacheCall call) {
        Reuse early = ReuseDecider.beforeLookup(call.request(), call.policy());
        return early != null
                ? CompletableFuture.completedFuture(Explanation.withoutLookup(call, early))
                : Stages.map(lookup.lookup(call), selected -> explain(call, selected));
    }

    private Explanation explain(CacheCall call, SelectedEntry selected) {
        long now = ages.millis();
        return Explanation.of(selected, decide(call, selected, now), now);
    }

    private CompletionStage<Step> decideAndAct(CacheCall call, SelectedEntry selected, boolean first) {
        Reuse reuse = decide(call, selected, ages.millis());
        CacheEvents.decided(call, selected.key(), reuse);
        return act(call, selected, reuse, first);
    }

    private static Reuse decide(CacheCall call, SelectedEntry selected, long now) {
        StoredResponse stored = selected.response();
        return stored == null
                ? ReuseDecider.onAbsent(call.request(), call.policy(), selected.variantKnown())
                : ReuseDecider.decide(now, call.request(), stored, call.policy());
    }

    private CompletionStage<Step> act(CacheCall call, SelectedEntry selected, Reuse reuse, boolean first) {
        StoredResponse stored = selected.response();
        if (reuse instanceof Reuse.Serve serve && stored != null) {
            if (serve.refresh()) {
                background.refreshAhead(call, selected);
            }
            return Step.respond(new Answer.FromStore(stored, serve.age(), hit(selected, serve.ttl())));
        }
        if (reuse instanceof Reuse.ServeStale stale && stored != null) {
            if (stale.refresh()) {
                background.refresh(call, selected);
            }
            return Step.respond(new Answer.FromStore(stored, stale.age(), hit(selected, stale.ttl())));
        }
        if (reuse instanceof Reuse.Revalidate revalidate) {
            return revalidate.staleIfError() && stored != null
                    ? background.revalidateOrServeStale(call, selected, stored, revalidate)
                    : fetches.fetch(
                            new FetchCoordinator.Need(call, selected, revalidate.why(), stored),
                            lookUpAgain(call, first));
        }
        if (reuse instanceof Reuse.Forward forward) {
            return fetches.fetch(
                    new FetchCoordinator.Need(call, selected, forward.why(), null), lookUpAgain(call, first));
        }
        return answerGatewayTimeout(reuse);
    }

    private static Outcome hit(SelectedEntry selected, long ttl) {
        return selected.near() ? Outcome.nearHit(ttl) : Outcome.hit(ttl);
    }

    /**
     * {@return the second attempt of a waiter whose leader's response does not match its request, or null in the second
     * attempt} By then the store knows the fields that the responses vary on, so one of many such waiters leads the rest.
     */
    private @Nullable Supplier<CompletionStage<Step>> lookUpAgain(CacheCall call, boolean first) {
        return first
                ? () -> Stages.compose(lookup.lookup(call), selected -> decideAndAct(call, selected, false))
                : null;
    }

    private static CompletionStage<Step> answerGatewayTimeout(Reuse reuse) {
        return Step.respond(new Answer.GatewayTimeout(Outcome.gatewayTimeout().withDetail(reuse.text())));
    }
}
