package io.httpcached.engine.remote;

import org.jspecify.annotations.Nullable;

/**
 * How a backend does.
 *
 * @param available whether it answers, as far as is known
 * @param lastFailure its last failure in few words, or null if there was none
 * @param writesDropped how many entries were not written because too many writes were under way
 * @param writesFailed how many entries the backend did not take
 * @param entriesTooLarge how many entries were larger than what the backend can hold
 * @param entriesNotUnderstood how many entries were found damaged or in another format
 * @param unconfirmedInvalidations how many tags' invalidations the backend has still to confirm
 */
public record RemoteStatistics(
        boolean available,
        @Nullable String lastFailure,
        long writesDropped,
        long writesFailed,
        long entriesTooLarge,
        long entriesNotUnderstood,
        long unconfirmedInvalidations) {}
