package io.httpcached.engine;

import io.httpcached.core.Freshening;
import io.httpcached.core.Outcome;
import io.httpcached.core.StoredResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Updates a stored response by a handler response without a body: a 304, or a response to HEAD. Thread-safe. */
final class Freshener {

    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

    private final EntryWriter entries;
    private final FetchCompleter fetches;
    private final Clocks clocks;
    private final Jitter jitter;

    Freshener(EntryWriter entries, FetchCompleter fetches, Clocks clocks, Jitter jitter) {
        this.entries = entries;
        this.fetches = fetches;
        this.clocks = clocks;
        this.jitter = jitter;
    }

    /** Serves the stored response, which is still valid as the handler says with 304 (RFC 9111 §4.3.4). */
    CompletionStage<Answer> freshen(
            PendingFetch pending, SelectedEntry target, StoredResponse stale, HandlerResponse notModified) {
        Outcome outcome = pending.outcome().withForwardStatus(notModified.status());
        if (!Freshening.selects(notModified.fields(), stale)) {
            return removeAndServe(
                    pending, target, stale, notModified, outcome.withDetail(OutcomeDetail.OTHER_NOT_MODIFIED.text()));
        }
        Clocks.Times times = clocks.timesOf(pending);
        Freshening.Freshened freshened = Freshening.update(
                pending.call().request(),
                stale,
                notModified.fields(),
                times.requestMillis(),
                times.responseMillis(),
                jitter.drawn(pending.call().policy()));
        StoredResponse updated =
                freshened.response().withVary(notModified.reads().vary()).agingFrom(times.agesFromMillis());
        String objection = StorageCheck.objectionToReads(pending, notModified);
        if (objection != null) {
            return removeAndServe(pending, target, updated, notModified, outcome.withDetail(objection));
        }
        if (!freshened.keep()) {
            return removeAndServe(pending, target, updated, notModified, outcome);
        }
        FetchCompleter.NewEntry entry = new FetchCompleter.NewEntry(
                updated,
                freshened.withheld(),
                EntryWriter.variants(pending, notModified),
                Tags.union(pending.tags(notModified), target.tags()));
        return fetches.store(pending, target, entry, outcome);
    }

    /** The 304 makes the stored response good for this request, but for no later one. */
    private CompletionStage<Answer> removeAndServe(
            PendingFetch pending,
            SelectedEntry target,
            StoredResponse response,
            HandlerResponse notModified,
            Outcome outcome) {
        Answer answer = fetches.serveOnce(pending, response, notModified, outcome);
        return entries.remove(pending.call(), target).thenApply(removed -> answer);
    }

    /**
     * Updates the stored response to GET by a response to HEAD, or removes it if it proves to be outdated (RFC 9111 §4.3.5), or
     * if the response to HEAD depends on other parts of the request.
     *
     * @return completes when an outdated response is removed; nobody waits for the write of an updated one
     */
    CompletionStage<?> freshenByHead(PendingFetch pending, SelectedEntry target, HandlerResponse response) {
        CacheCall call = pending.call();
        StoredResponse stored = target.response();
        Clocks.Times times = clocks.timesOf(pending);
        if (stored == null
                || !call.request().isHead()
                || response.status() != stored.status()
                || !Freshening.isInformative(response.fields(), times.responseMillis(), call.policy())) {
            return DONE;
        }
        Freshening.Freshened freshened = Freshening.byHead(
                call.request(),
                stored,
                response.fields(),
                times.requestMillis(),
                times.responseMillis(),
                jitter.drawn(call.policy()));
        if (freshened == null
                || !freshened.keep()
                || !EntryWriter.variants(pending, response).equals(target.variants())
                || StorageCheck.objectionToReads(pending, response) != null) {
            return entries.remove(call, target);
        }
        StoredResponse updated = freshened.response().agingFrom(times.agesFromMillis());
        entries.overwrite(call, target, updated, Tags.union(pending.tags(response), target.tags()));
        return DONE;
    }
}
