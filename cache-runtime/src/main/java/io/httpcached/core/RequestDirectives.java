package io.httpcached.core;

/**
 * The {@code Cache-Control} directives of a request (RFC 9111 §5.2.1; stale-if-error: RFC 5861 §4). If a directive is
 * repeated, the most restrictive one applies. A directive with an invalid argument is ignored.
 *
 * @param noCache true if a stored response must be validated first
 * @param noStore true if no part of the exchange may be stored
 * @param onlyIfCached true if the client accepts only a stored response
 * @param maxAge the maximum age in seconds, or {@link #ABSENT}
 * @param minFresh the minimum remaining freshness lifetime in seconds, or {@link #ABSENT}
 * @param maxStale the maximum staleness in seconds, or {@link #ABSENT}; {@code 2^31} if it is unlimited
 * @param staleIfError the maximum staleness in seconds if the handler fails, or {@link #ABSENT}
 */
public record RequestDirectives(
        boolean noCache,
        boolean noStore,
        boolean onlyIfCached,
        long maxAge,
        long minFresh,
        long maxStale,
        long staleIfError) {

    /** The value of an absent directive. */
    public static final long ABSENT = -1;

    /** No directives. */
    public static final RequestDirectives NONE =
            new RequestDirectives(false, false, false, ABSENT, ABSENT, ABSENT, ABSENT);

    private static final RequestDirectives NO_CACHE =
            new RequestDirectives(true, false, false, ABSENT, ABSENT, ABSENT, ABSENT);

    /**
     * {@return the directives of a request} {@code Pragma: no-cache} means {@code no-cache} if there is no
     * {@code Cache-Control} (§5.4). Never throws an exception.
     *
     * @param request the fields of the request
     */
    public static RequestDirectives of(FieldLines request) {
        if (request.has("Cache-Control")) {
            Builder builder = new Builder();
            for (String line : request.all("Cache-Control")) {
                builder.addLine(line);
            }
            return builder.build();
        }
        return request.has("Pragma") && saysNoCache(request) ? NO_CACHE : NONE;
    }

    private static boolean saysNoCache(FieldLines request) {
        for (String line : request.all("Pragma")) {
            DirectiveScanner scanner = new DirectiveScanner(line);
            while (scanner.next()) {
                if (scanner.name().equals("no-cache")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final class Builder {

        private boolean noCache;
        private boolean noStore;
        private boolean onlyIfCached;
        private long maxAge = ABSENT;
        private long minFresh = ABSENT;
        private long maxStale = ABSENT;
        private long staleIfError = ABSENT;

        void addLine(String line) {
            DirectiveScanner scanner = new DirectiveScanner(line);
            while (scanner.next()) {
                add(scanner);
            }
        }

        private void add(DirectiveScanner directive) {
            switch (directive.name()) {
                case "no-cache" -> noCache = true;
                case "no-store" -> noStore = true;
                case "only-if-cached" -> onlyIfCached = true;
                case "max-age" -> maxAge = smaller(maxAge, seconds(directive));
                case "min-fresh" -> minFresh = Math.max(minFresh, seconds(directive));
                case "max-stale" -> maxStale = smaller(maxStale, staleness(directive));
                case "stale-if-error" -> staleIfError = smaller(staleIfError, seconds(directive));
                default -> {
                    // RFC 9111 §5.2.3: an unrecognized directive is ignored.
                }
            }
        }

        private static long seconds(DirectiveScanner directive) {
            return directive.malformed() ? ABSENT : Digits.parse(directive.argument());
        }

        /** §5.2.1.2: without an argument, a response of any age is acceptable. */
        private static long staleness(DirectiveScanner directive) {
            boolean unlimited = directive.argument() == null && !directive.malformed();
            return unlimited ? Digits.MAX : seconds(directive);
        }

        private static long smaller(long known, long further) {
            if (known == ABSENT || further == ABSENT) {
                return Math.max(known, further);
            }
            return Math.min(known, further);
        }

        RequestDirectives build() {
            return new RequestDirectives(noCache, noStore, onlyIfCached, maxAge, minFresh, maxStale, staleIfError);
        }
    }
}
