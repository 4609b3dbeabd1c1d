package io.httpcached.suite.invalidation;

import java.util.concurrent.CompletionStage;

/** A sequence of asynchronous steps. */
interface StepSequence {

    /** Runs the next step. {@return a stage that completes when it is done} */
    CompletionStage<?> step();
}
