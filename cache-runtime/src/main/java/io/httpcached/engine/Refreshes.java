package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The background refreshes that are under way: one for each key, and not more than a maximum for all routes together. A stale
 * response whose refresh has to wait is refreshed by a later request. Thread-safe.
 */
public final class Refreshes {

    private final int maximum;
    private final Semaphore permits;
    private final Set<CacheKey> keys = ConcurrentHashMap.newKeySet();

    /**
     * Creates a limit.
     *
     * @param maximum the maximum number of refreshes at the same time
     */
    public Refreshes(int maximum) {
        this.maximum = maximum;
        this.permits = new Semaphore(maximum);
    }

    /** {@return the number of refreshes that are under way} */
    public int running() {
        return maximum - permits.availablePermits();
    }

    /** {@return whether the caller may refresh a key now} It then calls {@link #end} exactly once. */
    boolean begin(CacheKey key) {
        if (!keys.add(key)) {
            return false;
        }
        if (permits.tryAcquire()) {
            return true;
        }
        keys.remove(key);
        return false;
    }

    void end(CacheKey key) {
        permits.release();
        keys.remove(key);
    }

    /** {@return a lease that ends the refresh of a key when it is released or handed over} */
    Lease endingWith(Lease lease, CacheKey key) {
        return new Lease() {

            @Override
            public void releaseAfter(CompletionStage<?> written) {
                end(key);
                lease.releaseAfter(written);
            }

            /** A request runs the handler now, which may never end because its client goes away. */
            @Override
            public Lease handOver() {
                end(key);
                return lease;
            }
        };
    }
}
