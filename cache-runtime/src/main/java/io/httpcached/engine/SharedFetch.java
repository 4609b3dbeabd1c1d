package io.httpcached.engine;

import io.httpcached.core.StoredResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One run of a handler that several requests wait for. Thread-safe; each is equal only to itself. */
final class SharedFetch {

    private final TagSnapshot snapshot;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();

    /**
     * Starts a shared.
     *
     * @param snapshot the moment before the handler runs
     */
    SharedFetch(TagSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    TagSnapshot snapshot() {
        return snapshot;
    }

    /** {@return completes once, with how it ended} */
    CompletableFuture<Result> result() {
        return result;
    }

    /** {@return completes once, when nobody can join it any more: its response can be found, or never will be} */
    CompletableFuture<@Nullable Void> over() {
        return over;
    }

    /** How a shared ended for those who waited. */
    sealed interface Result {

        /**
         * With a response that was stored.
         *
         * @param response the response
         * @param variants the request fields it varies on
         * @param selected their values in the request it was fetched for
         * @param tags the tags under which it can be invalidated, those that only the handler knew included
         * @param own how that request is to be answered
         */
        record Stored(StoredResponse response, List<String> variants, String selected, List<String> tags, Answer own)
                implements Result {}

        /**
         * With a response that only its own request may have.
         *
         * @param status its status code
         * @param error whether it is an error that a stale response may stand in for
         * @param own how that request is to be answered if its handler ran apart from it, null when the response can be
         *     sent only once
         */
        record NotShared(int status, boolean error, @Nullable Answer own) implements Result {}

        /**
         * With an exception.
         *
         * @param cause what the handler threw
         */
        record Failed(Throwable cause) implements Result {}

        /** Not in time. */
        record TimedOut() implements Result {}
    }
}
