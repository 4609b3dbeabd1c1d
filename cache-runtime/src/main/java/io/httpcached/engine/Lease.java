package io.httpcached.engine;

import java.util.concurrent.CompletionStage;

/** The right of one node to run a handler while the other nodes wait for its response. Thread-safe. */
public interface Lease {

    /**
     * Permits to run the handler without a lease, because the store uses none or does not answer. Nobody has waited for it,
     * so there is no reason to look up again what others have stored meanwhile.
     */
    Lease NOT_NEEDED = written -> {};

    /**
     * Releases the lease, so that other nodes need not wait until it expires.
     *
     * @param written completes when the other nodes can find the response
     */
    void releaseAfter(CompletionStage<?> written);

    /**
     * Ends what only the present holder of the lease needs.
     *
     * @return the lease for the request that takes over the run
     */
    default Lease handOver() {
        return this;
    }
}
