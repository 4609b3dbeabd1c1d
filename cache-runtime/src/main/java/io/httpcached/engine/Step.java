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

    /** {@return a completed stage of this step} */
    default CompletionStage<Step> completed() {
        return CompletableFuture.completedFuture(this);
    }
}
