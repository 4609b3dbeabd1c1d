package io.httpcached.core;

import java.util.List;

/**
 * The directives of a response that apply to this cache (RFC 9111 §5.2.2; stale-while-revalidate and stale-if-error:
 * RFC 5861). {@code immutable} (RFC 8246) is not among them: a cache that never validates what is fresh has nothing to
 * decide by it, and replays it.
 *
 * @param noStore whether nothing may be stored
 * @param noCache whether each use must be validated first
 * @param noCacheFields the fields that must not be used without validation (§5.2.2.4, qualified form), lower-cased
 * @param isPrivate whether a shared cache must not store it
 * @param privateFields the fields that a shared cache must not store (§5.2.2.7, qualified form), lower-cased
 * @param isPublic whether it may be stored even where that is otherwise forbidden
 * @param mustRevalidate whether it must not be used when stale
 * @param proxyRevalidate whether a shared cache must not use it when stale
 * @param mustUnderstand whether only a cache that understands the status may store it, which then overrides
 *     {@code no-store}
 * @param maxAge the freshness lifetime in seconds, 0 when it is invalid or contradicts itself, or {@link #ABSENT}
 * @param sMaxAge the freshness lifetime in shared caches, likewise
 * @param staleWhileRevalidate the window of RFC 5861 §3 in seconds, or {@link #ABSENT}
 * @param staleIfError the window of RFC 5861 §4 in seconds, or {@link #ABSENT}
 * @param targeted whether they come from a targeted field, so that {@code Expires} does not count (RFC 9213 §2.2)
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

    /** The value of a directive that is not there. */
    public static final long ABSENT = -1;

    /** No directives. */
    public static final ResponseDirectives NONE = new ResponseDirectivesBuilder().build();

    /** Takes the parts. */
    public ResponseDirectives {
        noCacheFields = List.copyOf(noCacheFields);
        privateFields = List.copyOf(privateFields);
    }

    /**
     * {@return the directives of the {@code Cache-Control} lines} Never throws; what is malformed is ignored or counts as
     * stale, as RFC 9111 §4.2.1 says.
     *
     * @param response the response's fields
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
     * @param shared whether the cache is a shared one
     */
    public long freshSeconds(boolean shared) {
        return shared && sMaxAge != ABSENT ? sMaxAge : maxAge;
    }

    /**
     * {@return whether a cache must not use the response when it is stale} In a shared cache {@code s-maxage} forbids it as
     * {@code proxy-revalidate} does (RFC 9111 §5.2.2.10).
     *
     * @param shared whether the cache is a shared one
     */
    public boolean forbidStale(boolean shared) {
        return mustRevalidate || (shared && (proxyRevalidate || sMaxAge != ABSENT));
    }

    /** {@return whether they permit a shared cache to store an answer to an authenticated request (RFC 9111 §3.5)} */
    public boolean permitSharing() {
        return isPublic || mustRevalidate || sMaxAge != ABSENT;
    }
}
