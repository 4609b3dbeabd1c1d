package io.httpcached.suite.invalidation;

import java.util.concurrent.CompletionStage;

/** One who takes three steps, one after another. */
interface Actor {

    int STEPS = 3;

    /** {@return completes when the next step is done} */
    CompletionStage<?> step();
}
