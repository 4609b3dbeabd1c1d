package io.httpcached.store;

import java.time.Duration;

/**
 * Describes the capabilities of a backend.
 *
 * @param maximumValueSize the maximum size of a value in bytes
 * @param expiryPrecision the maximum time for which a value can still be read after its time to live
 * @param atomicPutIfAbsent true if concurrent calls of {@link CacheStore#putIfAbsent} on all nodes have exactly one winner;
 *     otherwise leases across nodes are not available
 * @param atomicReplace true if {@link CacheStore#replace} is supported; otherwise it does nothing, and invalidations remove
 *     entries instead of marking them stale
 * @param atomicIncrement true if {@link CacheStore#increment} is supported; otherwise a response whose tags only its handler
 *     knows is often not stored while other data is invalidated
 * @param extendsLife true if {@link CacheStore#touch} extends the time to live; otherwise it does nothing, and a value must
 *     be stored with its full time to live from the start
 */
public record StoreCapabilities(
        long maximumValueSize,
        Duration expiryPrecision,
        boolean atomicPutIfAbsent,
        boolean atomicReplace,
        boolean atomicIncrement,
        boolean extendsLife) {

    /** The maximum length of a key in bytes. */
    public static final int MAXIMUM_KEY_LENGTH = 200;
}
