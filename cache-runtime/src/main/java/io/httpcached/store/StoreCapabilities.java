package io.httpcached.store;

import java.time.Duration;

/**
 * What a backend can hold.
 *
 * @param maximumValueSize the largest value in bytes
 * @param expiryPrecision how much longer than its time to live a value may be read
 * @param atomicPutIfAbsent whether {@link CacheStore#putIfAbsent} has one winner among all nodes, not only among the
 *     threads of one; where it has not, leases across nodes are not available
 * @param atomicReplace whether {@link CacheStore#replace} replaces anything; where it does nothing, what is held can be
 *     overwritten or removed whatever it is, but not exchanged
 * @param extendsLife whether {@link CacheStore#touch} lets values live longer; where it does nothing, a value that is to
 *     live long has to be put so from the start
 */
public record StoreCapabilities(
        long maximumValueSize,
        Duration expiryPrecision,
        boolean atomicPutIfAbsent,
        boolean atomicReplace,
        boolean extendsLife) {

    /** How long a key can be, in bytes. */
    public static final int MAXIMUM_KEY_LENGTH = 200;
}
