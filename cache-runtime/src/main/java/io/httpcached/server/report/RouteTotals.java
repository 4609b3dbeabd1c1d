package io.httpcached.server.report;

/**
 * How the requests of a route were answered since the start.
 *
 * @param hits from the store, fresh
 * @param staleHits from the store, stale
 * @param collapsed with what the handler answered to an equal request
 * @param misses by the handler, or refused because the client wanted a stored response only
 * @param bypassed by the handler, without a look into the store
 * @param refreshes how often the handler ran in the background, so that nobody waited for it
 * @param stored how many responses were stored, or freshened in the store
 */
public record RouteTotals(
        long hits, long staleHits, long collapsed, long misses, long bypassed, long refreshes, long stored) {}
