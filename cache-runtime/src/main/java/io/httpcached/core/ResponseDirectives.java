package io.httpcached.core;

import java.util.List;

/**
 * The directives of a response that apply to this cache (RFC 9111 §5.2.2; stale-while-revalidate and stale-if-error:
 * RFC 5861). {@code immutable} (RFC 8246) is not included: this cache never validates fresh responses, so it passes the
 * directive on and has nothing to decide.
 *
 * @param noStore true if the response must not be stored
 * @param noCache true if each use must be validated first
 * @param noCacheFields the fields that must not be used without validation (§5.2.2.4, qualified form), in lower case
 * @param isPrivate true if a shared cache must not store the response
 * @param privateFields the fields that a shared cache must not store (§5.2.2.7, qualified form), in lower case
 * @param isPublic true if the response may be stored even if that is otherwise forbidden
 * @param mustRevalidate true if the response must not be used when stale
 * @param proxyRevalidate true if a shared cache must not use the response when stale
 * @param mustUnderstand true if only a cache that understands the status may store the response; this overrides
 *     {@code no-store}
 * @param maxAge the freshness lifetime in seconds, 0 if it is invalid or contradictory, or {@link #ABSENT}
 * @param sMaxAge the freshness lifetime in shared caches in seconds, 0 if it is invalid or contradictory, or {@link #ABSENT}
 * @param staleWhileRevalidate the stale-while-revalidate time in seconds (RFC 5861 §3), or {@link #ABSENT}
 * @param staleIfError the stale-if-error time in seconds (RFC 5861 §4), or {@link #ABSENT}
 * @param targeted true if the directives come from a targeted field, so that {@code Expires} is ignored (RFC 9213 §2.2)
 */
public record ResponseDirectives(
        boolean noStore,
        boolean noCache,
        List<String> noCacheFields,
        boolean isPrivate,
        List<String> privateFields,
        boolean isPublic,
        boolean mustRevalidate,
        boolean proxyRevalidate,
        boolean mustUnderstand,
        long maxAge,
        long sMaxAge,
        long staleWhileRevalidate,
        long staleIfError,
        boolean targeted) {

    /** The value of an absent directive. */
    public static final long ABSENT = -1;

    /** No directives. */
    public static final ResponseDirectives NONE = new ResponseDirectivesBuilder().build();

    /** Copies the lists. */
    public ResponseDirectives {
        noCacheFields = List.copyOf(noCacheFields);
        privateFields = List.copyOf(privateFields);
    }

    /**
     * {@return the directives of the {@code Cache-Control} lines} Never throws an exception; a malformed directive is ignored or
     * makes the response stale (RFC 9111 §4.2.1).
     *
     * @param response the fields of the response
     */
    public static ResponseDirectives of(FieldLines response) {
        if (!response.has("Cache-Control")) {
            return NONE;
        }
        ResponseDirectivesBuilder builder = new ResponseDirectivesBuilder();
        for (String line : response.all("Cache-Control")) {
            DirectiveScanner scanner = new DirectiveScanner(line);
            while (scanner.next()) {
                builder.add(scanner.name(), scanner.argument(), !scanner.malformed());
            }
        }
        return builder.build();
    }

    /**
     * {@return the freshness lifetime that applies to a cache (RFC 9111 §4.2.1), or {@link #ABSENT}}
     *
     * @param shared true for a shared cache
     */
    public long freshSeconds(boolean shared) {
        return shared && sMaxAge != ABSENT ? sMaxAge : maxAge;
    }

    /**
     * {@return whether a cache must not use the stale response} In a shared cache, {@code s-maxage} has the effect of
     * {@code proxy-revalidate} (RFC 9111 §5.2.2.10).
     *
     * @param shared true for a shared cache
     */
    public boolean forbidStale(boolean shared) {
        return mustRevalidate || (shared && (proxyRevalidate || sMaxAge != ABSENT));
    }

    /** {@return whether a shared cache may store a response to an authenticated request (RFC 9111 §3.5)} */
    public boolean permitSharing() {
        return isPublic || mustRevalidate || sMaxAge != ABSENT;
    }
}
