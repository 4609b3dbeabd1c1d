package io.httpcached.test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The member of {@code Cache-Status} that describes how one cache handled a request (RFC 9211). Immutable.
 *
 * @param cacheName the name of the cache
 * @param hit true if the response came from the store without a call of the handler
 * @param forwarding the reason why the handler was called ({@code fwd}), such as {@code miss}, or null if it was not
 * @param forwardStatus the status of the handler response ({@code fwd-status}), or 0 if it is not reported
 * @param ttl the remaining freshness lifetime in seconds, 0 or negative for a stale response, or null if it is not reported
 * @param stored true if the handler response was stored
 * @param collapsed true if the request shared the handler call of another request
 * @param key the key, or null if it is not reported
 * @param detail the detail, or null if there is none
 */
public record CacheStatus(
        String cacheName,
        boolean hit,
        @Nullable String forwarding,
        int forwardStatus,
        @Nullable Long ttl,
        boolean stored,
        boolean collapsed,
        @Nullable String key,
        @Nullable String detail) {

    /** The ways in which a cache handles a request. Each request has exactly one of them. */
    public enum Outcome {
        /** A fresh stored response answered the request. */
        HIT,
        /** A stale stored response answered the request. */
        STALE_HIT,
        /** The handler, or a version source, answered with 304 that a response has not changed. */
        REVALIDATED,
        /** The handler answered the request. Its response may have been stored. */
        MISS,
        /** The request passed by the cache. Nothing was looked up or stored for it. */
        BYPASS,
        /** The request permitted a stored response only, and there was none. */
        UNANSWERED
    }

    private static final int NOT_MODIFIED = 304;

    /** The details of a stale response that answers because the handler failed, or took longer than the route permits. */
    private static final Set<String> STALE = Set.of("stale-if-error", "stale-after");

    /**
     * Parses the member of a cache. Members of other caches are ignored. If several members have the name, the last one counts, which
     * is that of the cache nearest to the client (RFC 9211 §2).
     *
     * @param lines the lines of {@code Cache-Status}, in order
     * @param cacheName the name of the cache, which is {@code HttpCached} unless {@code http-cache.cache-name} is set
     * @return the member, or nothing if there is none, or if the lines are not a list of structured fields, which makes the whole
     *     field invalid (RFC 9651 §4.2)
     */
    public static Optional<CacheStatus> parse(List<String> lines, String cacheName) {
        return members(lines).stream()
                .filter(member -> member instanceof Item<?> item && cacheName.equals(String.valueOf(item.get())))
                .reduce((farther, nearer) -> nearer)
                .map(member -> of(cacheName, ((Item<?>) member).getParams()));
    }

    private static List<ListElement<?>> members(List<String> lines) {
        try {
            return lines.isEmpty() ? List.of() : new Parser(lines).parseList().get();
        } catch (ParseException e) {
            return List.of();
        }
    }

    private static CacheStatus of(String cacheName, Parameters parameters) {
        Long forwardStatus = number(parameters, "fwd-status");
        return new CacheStatus(
                cacheName,
                isTrue(parameters, "hit"),
                text(parameters, "fwd"),
                forwardStatus == null ? 0 : forwardStatus.intValue(),
                number(parameters, "ttl"),
                isTrue(parameters, "stored"),
                isTrue(parameters, "collapsed"),
                text(parameters, "key"),
                text(parameters, "detail"));
    }

    /**
     * Returns how the cache handled the request.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        if (hit) {
            return ttl == null || ttl > 0 ? Outcome.HIT : Outcome.STALE_HIT;
        }
        if (forwarding == null) {
            return Outcome.UNANSWERED;
        }
        if (forwarding.equals("bypass") || forwarding.equals("method")) {
            return Outcome.BYPASS;
        }
        if (detail != null && STALE.contains(detail)) {
            return Outcome.STALE_HIT;
        }
        return forwardStatus == NOT_MODIFIED ? Outcome.REVALIDATED : Outcome.MISS;
    }

    private static boolean isTrue(Parameters parameters, String name) {
        Item<?> value = parameters.get(name);
        return value != null && Boolean.TRUE.equals(value.get());
    }

    /** A parameter is a token or a string. */
    private static @Nullable String text(Parameters parameters, String name) {
        Item<?> value = parameters.get(name);
        return value == null ? null : String.valueOf(value.get());
    }

    private static @Nullable Long number(Parameters parameters, String name) {
        Item<?> value = parameters.get(name);
        return value != null && value.get() instanceof Long number ? number : null;
    }
}
