package io.httpcached.engine;

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
 * What happens to a request of a cached route:
 *
 * <pre>
 * begin:   not cacheable -> proceed
 *          else          -> look up -> serve | serve stale and refresh | validate | join a shared | fly
 * (the handler runs)
 * finish:  freshen | store | pass on, and tell those who wait
 * </pre>
 *
 * Each decision is made by {@code io.httpcached.core}; this class obeys. Thread-safe.
 */
public final class CachePipeline {

    private final EntryLookup lookup;
    private final ResponseStorer landing;
    private final FetchCoordinator runs;
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
        this.lookup = new EntryLookup(store);
        RequestCollapser collapser = new RequestCollapser(settings.collapseTimeout());
        this.landing = new ResponseStorer(
                new EntryWriter(store, settings.keepStale(), compression), collapser, settings.maximumTags(), clock);
        LeaseCoordinator turns = new LeaseCoordinator(lookup, store, settings.collapseTimeout(), clock);
        this.runs = new FetchCoordinator(collapser, turns, landing, clock);
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
            return runs.alone(call, null, forward.why(), forward.text());
        }
        if (unasked instanceof Reuse.Refuse) {
            return refuse(unasked);
        }
        return Stages.compose(lookup.lookup(call), selected -> decide(call, selected));
    }

    /**
     * Tells whether the body of an answer is worth reading, before it is.
     *
     * @param pending why the handler ran
     * @param head what it answered, without a body
     * @return why the answer would not be stored whatever its body is, or null if it may be
     */
    public @Nullable String objection(PendingFetch pending, HandlerResponse head) {
        return landing.objection(pending, head);
    }

    /**
     * Takes what a handler answered: stores it if it may be, and answers all who wait for it.
     *
     * @param pending why the handler ran
     * @param fetched what it answered
     * @return how the pending's own request is to be answered; never fails
     */
    public CompletionStage<Answer> finish(PendingFetch pending, HandlerResponse fetched) {
        return landing.land(pending, fetched);
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
                : Stages.map(lookup.lookup(call), selected -> explain(call, selected));
    }

    private Explanation explain(CacheCall call, SelectedEntry selected) {
        long now = clock.millis();
        return Explanation.of(selected, judge(call, selected, now), now);
    }

    private CompletionStage<Step> decide(CacheCall call, SelectedEntry selected) {
        Reuse reuse = judge(call, selected, clock.millis());
        CacheEvents.decided(call, selected, reuse);
        return obey(call, selected, reuse, true);
    }

    private @Nullable Supplier<CompletionStage<Step>> again(CacheCall call, boolean first) {
        return first ? () -> decideAgain(call) : null;
    }

    /** A request that waited in vain is decided on once more, now that it is known what the responses vary on. */
    private CompletionStage<Step> decideAgain(CacheCall call) {
        return Stages.compose(
                lookup.lookup(call), selected -> obey(call, selected, judge(call, selected, clock.millis()), false));
    }

    private static Reuse judge(CacheCall call, SelectedEntry selected, long now) {
        StoredResponse stored = selected.response();
        return stored == null
                ? ReuseDecider.onAbsent(call.request(), call.policy(), selected.variantKnown())
                : ReuseDecider.decide(now, call.request(), stored, call.policy());
    }

    private CompletionStage<Step> obey(CacheCall call, SelectedEntry selected, Reuse reuse, boolean first) {
        StoredResponse stored = selected.response();
        if (reuse instanceof Reuse.Serve serve && stored != null) {
            return respond(new Answer.FromStore(stored, serve.age(), Outcome.hit(serve.ttl())));
        }
        if (reuse instanceof Reuse.ServeStale stale && stored != null) {
            if (stale.refresh()) {
                runs.refresh(call, selected);
            }
            return respond(new Answer.FromStore(stored, stale.age(), Outcome.hit(stale.ttl())));
        }
        if (reuse instanceof Reuse.Revalidate revalidate) {
            return revalidate.staleIfError() && stored != null
                    ? runs.freshOrStale(call, selected, stored, revalidate)
                    : runs.fetch(call, selected, revalidate.why(), stored, again(call, first));
        }
        if (reuse instanceof Reuse.Forward forward) {
            return forward.store()
                    ? runs.fetch(call, selected, forward.why(), null, again(call, first))
                    : runs.alone(call, selected, forward.why(), forward.text());
        }
        return refuse(reuse);
    }

    private static CompletionStage<Step> respond(Answer answer) {
        return new Step.Respond(answer).now();
    }

    private static CompletionStage<Step> refuse(Reuse reuse) {
        return respond(new Answer.Refused(Outcome.refused().withDetail(reuse.text())));
    }
}
