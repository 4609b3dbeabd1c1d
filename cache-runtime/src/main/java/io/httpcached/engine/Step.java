package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The next step for a request after the lookup. */
public sealed interface Step {

    /**
     * The server sends an answer; the handler does not run.
     *
     * @param answer the answer
     */
    record Respond(Answer answer) implements Step {}

    /**
     * The server runs the handler and passes the response to {@link CachePipeline#finish}.
     *
     * @param pending the pending fetch
     */
    record Proceed(PendingFetch pending) implements Step {}

    /** {@return the completed stage that sends an answer} */
    static CompletionStage<Step> respond(Answer answer) {
        return CompletableFuture.completedFuture(new Respond(answer));
    }

    /** {@return the completed stage that runs the handler} */
    static CompletionStage<Step> proceed(PendingFetch pending) {
        return CompletableFuture.completedFuture(new Proceed(pending));
    }
}
