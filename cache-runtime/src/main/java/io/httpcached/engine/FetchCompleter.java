package io.httpcached.engine;

import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.Outcome;
import io.httpcached.core.StoredResponse;
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
    private final Clock clock;

    /**
     * A response to store.
     *
     * @param response the response, uncompressed
     * @param withheld the fields for its own request only
     * @param handlerVary the fields in the handler's own {@code Vary}
     * @param tags the tags that invalidate the response
     */
    record NewEntry(StoredResponse response, Fields withheld, List<String> handlerVary, List<String> tags) {}

    FetchCompleter(EntryWriter entries, RequestCollapser collapser, Clock clock) {
        this.entries = entries;
        this.collapser = collapser;
        this.clock = clock;
    }

    /** Stores a response. The waiters share it, unless the store rejects it. */
    Answer store(PendingFetch pending, SelectedEntry target, NewEntry entry, Outcome outcome) {
        EntryWriter.Written written =
                entries.write(pending.call(), target, entry.response, entry.handlerVary, entry.tags);
        StoredResponse response = written.response();
        Lifetime lifetime = response.lifetime();
        boolean kept = written.result().kept();
        Answer answer = fromStore(
                response,
                entry.withheld,
                outcome.withStored(kept).withTtl(lifetime.freshSeconds() - lifetime.initialAgeSeconds()));
        complete(
                pending,
                kept
                        ? new SharedFetch.Result.Stored(
                                response, written.variants(), written.variant(), entry.tags, answer)
                        : new SharedFetch.Result.NotShared(response.status(), false, answer),
                written.result().done());
        return answer;
    }

    /**
     * Serves a response that is not stored any more to its own request only.
     *
     * @param status the status of the handler response
     */
    Answer serveOnce(PendingFetch pending, StoredResponse response, int status, Outcome outcome) {
        Answer answer = fromStore(response, Fields.EMPTY, outcome);
        complete(pending, new SharedFetch.Result.NotShared(status, false, answer), NOTHING_WRITTEN);
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
        Answer leaderAnswer = response.body() == null ? null : new Answer.FromDetachedRun(response, outcome);
        complete(
                pending,
                new SharedFetch.Result.NotShared(response.status(), response.isError(), leaderAnswer),
                NOTHING_WRITTEN);
        return new Answer.FromHandler(outcome);
    }

    /** Fails the waiters with the exception of the handler. */
    Answer fail(PendingFetch pending, HandlerResponse response, Throwable failure) {
        complete(pending, new SharedFetch.Result.Failed(failure), NOTHING_WRITTEN);
        String reason = response.noBodyReason();
        return new Answer.FromHandler(pending.outcome()
                .withForwardStatus(response.status())
                .withDetail(reason == null ? "handler failed" : reason));
    }

    private void complete(PendingFetch pending, SharedFetch.Result result, CompletionStage<?> written) {
        pending.lease().releaseAfter(written);
        if (pending.shared() != null) {
            collapser.complete(pending.shared(), result, written);
        }
    }

    private Answer fromStore(StoredResponse response, Fields withheld, Outcome outcome) {
        return new Answer.FromStore(response, withheld, response.ageAt(clock.millis()), outcome);
    }
}
