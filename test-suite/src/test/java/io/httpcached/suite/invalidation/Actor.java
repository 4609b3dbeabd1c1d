package io.httpcached.suite.invalidation;

import java.util.concurrent.CompletionStage;

/** One who takes steps, one after another. */
interface Actor {

    /** {@return completes when the next step is done} */
    CompletionStage<?> step();
}
