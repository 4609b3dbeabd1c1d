package io.httpcached.engine.broadcast;

import org.jspecify.annotations.Nullable;

/**
 * The state of a broadcast and its counters.
 *
 * @param channel the name of the channel
 * @param live whether this node knows that it has heard all invalidations but the latest, so that it uses its entries
 * @param lastFailure a short text of the last failure, or null if there was none
 * @param received the number of invalidations of other nodes that were carried out
 * @param drops the number of times that all entries were dropped, because invalidations may have been missed; the first time
 *     when the node begins to listen
 * @param malformed the number of messages that were not understood
 * @param unconfirmedInvalidations the number of tags whose invalidation the channel has not confirmed yet
 */
public record BroadcastStatistics(
        String channel,
        boolean live,
        @Nullable String lastFailure,
        long received,
        long drops,
        long malformed,
        long unconfirmedInvalidations) {}
