package io.httpcached.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What to do with a request after the look-up. */
public sealed interface Step {

    /**
     * Answer without the handler.
     *
     * @param answer the answer
     */
    record Respond(Answer answer) implements Step {}

    /**
     * Run the handler and hand what it answers to {@link CachePipeline#finish}.
     *
     * @param pending remembers why the handler runs and who waits for it
     */
    record Proceed(PendingFetch pending) implements Step {}

    /** {@return this step, which nothing has to be waited for} */
    default CompletionStage<Step> now() {
        return CompletableFuture.completedFuture(this);
    }
}
