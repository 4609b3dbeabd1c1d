package io.httpcached.engine;

import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.Outcome;
import io.httpcached.core.RequestPart;
import io.httpcached.core.RunSharing;
import io.httpcached.core.Storability;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Completes a pending fetch in one of four ways: stores a response, serves one that is not stored, passes the handler
 * response through, or fails. Each answers the request and its waiters, and releases the lease. Thread-safe.
 */
final class FetchCompleter {

    private static final CompletionStage<?> NOTHING_WRITTEN = CompletableFuture.completedFuture(null);

    private final EntryWriter entries;
    private final RequestCollapser collapser;
    private final NotStoredKeys notStored;
    private final Clock ages;

    /**
     * A response to store.
     *
     * @param response the response, uncompressed
     * @param withheld the fields for its own request only
     * @param variants the request parts that the route's responses vary on
     * @param tags the tags that invalidate the response
     */
    record NewEntry(StoredResponse response, Fields withheld, List<RequestPart> variants, List<String> tags) {}

    FetchCompleter(EntryWriter entries, RequestCollapser collapser, NotStoredKeys notStored, Clock ages) {
        this.entries = entries;
        this.collapser = collapser;
        this.notStored = notStored;
        this.ages = ages;
    }

    /**
     * Stores a response. The waiters share it even if an invalidation meanwhile keeps the store from accepting it: they
     * arrived before the invalidation, as their leader did.
     *
     * @return the answer, as soon as it is known whether the response was handed to the store
     */
    CompletionStage<Answer> store(PendingFetch pending, SelectedEntry target, NewEntry entry, Outcome outcome) {
        EntryWriter.Written written = entries.write(pending.call(), target, entry.response, entry.variants, entry.tags);
        return Stages.map(written.result().kept(), kept -> complete(pending, target, entry, outcome, written, kept));
    }

    private Answer complete(
            PendingFetch pending,
            SelectedEntry target,
            NewEntry entry,
            Outcome outcome,
            EntryWriter.Written written,
            boolean kept) {
        StoredResponse response = written.response();
        Lifetime lifetime = response.lifetime();
        Answer answer = fromStore(
                response,
                entry.withheld,
                outcome.withStored(kept).withTtl(lifetime.freshSeconds() - lifetime.initialAgeSeconds()));
        if (lifetime.answersLaterRequests()) {
            notStored.forget(target.key());
        } else {
            notStored.remember(target.key());
        }
        complete(
                pending,
                new FetchResult.Shared(response, entry.variants, written.variant(), entry.tags, answer),
                written.result().done());
        return answer;
    }

    /** Serves a response that is not stored any more, and that a 304 was about, to its own request only. */
    Answer serveOnce(PendingFetch pending, StoredResponse response, HandlerResponse notModified, Outcome outcome) {
        Answer answer = fromStore(response, Fields.EMPTY, outcome);
        complete(pending, notShared(pending, notModified, answer), NOTHING_WRITTEN);
        return answer;
    }

    /**
     * Passes a handler response through to its own request only.
     *
     * @param notStoredReason the reason why the response is not stored, or null if there is nothing to say about it
     */
    Answer passThrough(PendingFetch pending, HandlerResponse response, @Nullable String notStoredReason) {
        Outcome forwarded = pending.outcome().withForwardStatus(response.status());
        Outcome outcome = notStoredReason == null ? forwarded : forwarded.withDetail(notStoredReason);
        if (response.isError()) {
            endFailedRun(pending, response.status());
        } else {
            rememberNotStored(pending, response);
            Answer leaderAnswer =
                    response.body() == null || !pending.call().request().isKeyed()
                            ? null
                            : new Answer.FromDetachedRun(response, outcome);
            complete(pending, notShared(pending, response, leaderAnswer), NOTHING_WRITTEN);
        }
        return new Answer.FromHandler(outcome);
    }

    private static FetchResult notShared(PendingFetch pending, HandlerResponse response, @Nullable Answer answer) {
        List<RequestPart> parts = response.reads().parts();
        return new FetchResult.NotShared(
                StorageCheck.objectionToReads(pending, response) == null ? answer : null,
                parts,
                Vary.select(parts, pending.call().request()));
    }

    /** The next requests for the key do not wait for each other, unless the response was about this request only. */
    private void rememberNotStored(PendingFetch pending, HandlerResponse response) {
        CacheCall call = pending.call();
        if (pending.target() != null
                && pending.store()
                && response.isReached()
                && RunSharing.isPermitted(call.request(), call.policy().sharing())
                && !Storability.answersOneRequest(call.request(), response.status())) {
            notStored.remember(pending.target().key());
        }
    }

    private void endFailedRun(PendingFetch pending, int status) {
        if (pending.shared() == null) {
            pending.lease().releaseAfter(NOTHING_WRITTEN);
        } else {
            collapser.endFailedRun(pending.shared(), status, pending.lease());
        }
    }

    private void complete(PendingFetch pending, FetchResult result, CompletionStage<?> written) {
        pending.lease().releaseAfter(written);
        if (pending.shared() != null) {
            collapser.complete(pending.shared(), result, written);
        }
    }

    private Answer fromStore(StoredResponse response, Fields withheld, Outcome outcome) {
        return new Answer.FromStore(response, withheld, response.ageAt(ages.millis()), outcome);
    }
}
