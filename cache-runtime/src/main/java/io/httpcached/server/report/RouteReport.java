package io.httpcached.server.report;

import io.httpcached.annotation.UnkeyedReads;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cached route and its counters.
 *
 * @param controller the name of the controller class
 * @param method the name of the method
 * @param uris the URI templates of the route, with the context path
 * @param store the name of the store that has its entries
 * @param codec the name of the codec of its entries, or null if the store is in memory
 * @param namespace the namespace of its entries, or an empty text
 * @param near whether this node keeps copies of its entries in memory
 * @param unkeyedReads the rule for reads of parts of a request that are not in the key, never {@code DEFAULT}
 * @param learned the parts of requests that this node has seen its handlers read although they are not in the key
 * @param keyContributors the classes of the key contributors that add parts to its keys, in order
 * @param ignoredParameters the query parameters that keys of the whole query leave out; they have no effect on other keys
 * @param lifetimes the lifetimes of responses whose handler states none
 * @param clients the rule for the copies that clients keep of its responses
 * @param totals the counters of its requests
 */
public record RouteReport(
        String controller,
        String method,
        List<String> uris,
        String store,
        @Nullable String codec,
        String namespace,
        boolean near,
        UnkeyedReads unkeyedReads,
        List<Learned> learned,
        List<String> keyContributors,
        List<String> ignoredParameters,
        Lifetimes lifetimes,
        Clients clients,
        Totals totals) {

    /**
     * A part of a request that was read although it is not in the key.
     *
     * @param part the part, for example {@code x-tenant} for a header field, or {@code cookie:theme}; a description for one that
     *     cannot select a response, for example {@code the session}
     * @param reader the name of the class that read it first
     * @param firstRequest the method and URI of the request for which it was read first
     * @param storable whether a response that depends on it is stored. It is not if the part cannot select a response, has too many
     *     values at present, or is one of too many parts.
     */
    public record Learned(String part, String reader, String firstRequest, boolean storable) {}

    /**
     * The lifetimes of the entries of a route, in the notation of the configuration.
     *
     * @param ttl the freshness lifetime, or null if only responses with a lifetime of their own are stored
     * @param jitter the share of the ttl by which each lifetime is shortened at random, or null if there is none
     * @param refreshAhead the share at the end of a lifetime in which a hit refreshes the entry, or null if there is none
     * @param staleAfter the time that a request waits before it is answered with a stale response, or null if it is not set
     */
    public record Lifetimes(
            @Nullable String ttl,
            @Nullable String jitter,
            @Nullable String refreshAhead,
            @Nullable String staleAfter) {}

    /**
     * The rule for the copies that clients keep.
     *
     * @param cacheControl the {@code Cache-Control} that clients receive if the handler sets none, or null if they receive none
     * @param reason the setting or the default that decides it
     */
    public record Clients(@Nullable String cacheControl, String reason) {}

    /**
     * The number of requests of a route since startup, by outcome.
     *
     * @param hits requests answered with a fresh stored response
     * @param nearHits hits and stale hits that a copy on this node answered, without the remote store
     * @param staleHits requests answered with a stale stored response
     * @param collapsed requests answered with the response to an equal request
     * @param revalidated requests answered with a stored response after the handler confirmed it with 304
     * @param rejected requests that accepted only a stored response and received 504
     * @param refreshes background refreshes
     * @param stored responses that were stored, or freshened in the store
     * @param missesByCause requests answered by the handler after a lookup, by the reason in {@code Cache-Status}
     * @param bypassedByCause requests answered by the handler without a lookup, by cause
     * @param notStoredByCause handler responses after a lookup that were not stored, by cause
     * @param bytesFromCache the bytes of bodies from the store and from the handler runs of other requests
     * @param bytesFromHandler the bytes of bodies from the handler, as far as they are known before they are sent
     * @param handlerRuns the runs of the handler, refreshes included
     * @param handlerNanos their duration in nanoseconds
     */
    public record Totals(
            long hits,
            long nearHits,
            long staleHits,
            long collapsed,
            long revalidated,
            long rejected,
            long refreshes,
            long stored,
            Map<String, Long> missesByCause,
            Map<String, Long> bypassedByCause,
            Map<String, Long> notStoredByCause,
            long bytesFromCache,
            long bytesFromHandler,
            long handlerRuns,
            long handlerNanos) {

        /** {@return the requests that neither a stored response nor that of an equal request answered, after a lookup} */
        public long misses() {
            return sum(missesByCause) + revalidated + rejected;
        }

        /** {@return the requests that the handler answered without a lookup} */
        public long bypassed() {
            return sum(bypassedByCause);
        }

        /** {@return the requests of clients} */
        public long requests() {
            return hits + staleHits + collapsed + misses() + bypassed();
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
