package io.httpcached.engine;

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
     * @param ticket remembers why the handler runs and who waits for it
     */
    record Proceed(Ticket ticket) implements Step {}
}
