package io.httpcached.engine.remote;

import org.jspecify.annotations.Nullable;

/**
 * The state of a backend and the counters of its failures.
 *
 * @param available whether the backend answers, as far as is known
 * @param lastFailure a short text of the last failure, or null if there was none
 * @param writesDropped the number of entries not written because too many writes were pending or the backend was down
 * @param writesFailed the number of entries that the backend did not accept
 * @param entriesTooLarge the number of entries larger than the backend's maximum value size
 * @param entriesNotUnderstood the number of entries found malformed or in an unknown format
 * @param unconfirmedInvalidations the number of tags whose invalidation the backend has not confirmed yet
 * @param pendingWriteBytes the size of the entries that are being written, in bytes
 * @param reads the operations that requests waited for: lookups, and what a lookup writes
 * @param writes the operations that write entries, tag versions and invalidations
 */
public record RemoteStatistics(
        boolean available,
        @Nullable String lastFailure,
        long writesDropped,
        long writesFailed,
        long entriesTooLarge,
        long entriesNotUnderstood,
        long unconfirmedInvalidations,
        long pendingWriteBytes,
        Operations reads,
        Operations writes) {

    /**
     * Operations since startup, successful or not.
     *
     * @param count the number of operations that have ended
     * @param nanos the sum of their durations in nanoseconds
     */
    public record Operations(long count, long nanos) {}
}
