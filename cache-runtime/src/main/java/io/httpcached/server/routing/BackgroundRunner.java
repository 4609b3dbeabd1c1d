package io.httpcached.server.routing;

import io.httpcached.engine.PendingFetch;

/** Runs the handler of a cached route in the background. */
public interface BackgroundRunner {

    /**
     * Runs the handler and finishes the fetch with its response, or with an error if the handler is not reached.
     *
     * @param call a detached call
     * @param fetch the pending fetch to finish
     */
    void run(ServerCall call, PendingFetch fetch);
}
