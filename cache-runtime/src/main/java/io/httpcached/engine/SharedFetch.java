package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One handler run that several equal requests share. Thread-safe; equal only to itself. */
final class SharedFetch {

    private final CacheKey key;
    private final TagSnapshot snapshot;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    /**
     * Creates a fetch.
     *
     * @param key the key that the requests have in common
     * @param snapshot the snapshot from before the handler runs
     */
    SharedFetch(CacheKey key, TagSnapshot snapshot) {
        this.key = key;
        this.snapshot = snapshot;
    }

    CacheKey key() {
        return key;
    }

    TagSnapshot snapshot() {
        return snapshot;
    }

    /** {@return the future of the result, for the leader to complete} */
    CompletableFuture<Result> result() {
        return result;
    }

    /** {@return the result, for a waiter} */
    CompletionStage<Result> awaitResult() {
        return result.copy();
    }

    /** {@return completes when no request can join any more, because lookups find the response or never will} */
    CompletableFuture<@Nullable Void> closed() {
        return closed;
    }

    /**
     * {@return whether a waiter selects the response of this fetch} It does not if the response varies on fields in which
     * the requests differ, or if between the two lookups an invalidation hit a tag that only the handler could know.
     */
    boolean isSelectedBy(CacheCall waiter, SelectedEntry selected, Result.Stored stored) {
        return selected.snapshot().unchangedSince(snapshot, stored.tags())
                && Vary.select(stored.variants(), waiter.request().fields()).equals(stored.variant());
    }

    /** The result of a fetch for those who share it. */
    sealed interface Result {

        /**
         * The response is stored.
         *
         * @param response the response
         * @param variants the request fields that it varies on
         * @param variant the values of those fields in the leader's request
         * @param tags the tags that invalidate the response, including those that only the handler knew
         * @param leaderAnswer the answer to the leader's request
         */
        record Stored(
                StoredResponse response, List<String> variants, String variant, List<String> tags, Answer leaderAnswer)
                implements Result {}

        /**
         * The response is for the leader's request only.
         *
         * @param status the status code
         * @param error whether a stale response may be served instead
         * @param leaderAnswer the answer to the leader's request if its handler ran in the background; null if the response
         *     can be sent only once
         */
        record NotShared(int status, boolean error, @Nullable Answer leaderAnswer) implements Result {}

        /**
         * The handler threw an exception.
         *
         * @param cause the exception
         */
        record Failed(Throwable cause) implements Result {}

        /** The handler did not finish in time. */
        record TimedOut() implements Result {}
    }
}
