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
 */
public record RemoteStatistics(
        boolean available,
        @Nullable String lastFailure,
        long writesDropped,
        long writesFailed,
        long entriesTooLarge,
        long entriesNotUnderstood,
        long unconfirmedInvalidations) {}
