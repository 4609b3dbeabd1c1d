package io.httpcached.engine;

import java.util.concurrent.CompletionStage;

/** The right to run a handler while the other nodes wait for what it answers. Thread-safe. */
public interface Lease {

    /** The right of one who asked nobody, and has no reason to look once more for what others have stored. */
    Lease FREE = written -> {};

    /**
     * Gives the right back, so that other nodes need not wait until it ends by itself.
     *
     * @param written completes when the other nodes can find what the handler answered
     */
    void releaseAfter(CompletionStage<?> written);
}
