package io.httpcached.core;

/**
 * The {@code Cache-Control} directives of a request (RFC 9111 §5.2.1; stale-if-error: RFC 5861 §4). Of a directive that is
 * repeated the most restrictive counts; one with an invalid argument is ignored.
 *
 * @param noCache whether a stored response must be validated first
 * @param noStore whether nothing of the exchange may be stored
 * @param onlyIfCached whether the client wants a stored response or none
 * @param maxAge the age in seconds up to which a response will do, or {@link #ABSENT}
 * @param minFresh the seconds for which the response must still be fresh, or {@link #ABSENT}
 * @param maxStale the seconds of staleness that are acceptable, or {@link #ABSENT}; very many when no limit is given
 * @param staleIfError the seconds of staleness that are acceptable when the handler fails, or {@link #ABSENT}
 */
public record RequestDirectives(
        boolean noCache,
        boolean noStore,
        boolean onlyIfCached,
        long maxAge,
        long minFresh,
        long maxStale,
        long staleIfError) {

    /** The value of a directive that is not there. */
    public static final long ABSENT = -1;

    /** No directives. */
    public static final RequestDirectives NONE =
            new RequestDirectives(false, false, false, ABSENT, ABSENT, ABSENT, ABSENT);

    private static final RequestDirectives NO_CACHE =
            new RequestDirectives(true, false, false, ABSENT, ABSENT, ABSENT, ABSENT);

    /**
     * {@return the directives of a request} {@code Pragma: no-cache} stands for {@code no-cache} where there is no
     * {@code Cache-Control} (§5.4). Never throws.
     *
     * @param request the request's fields
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
                    // RFC 9111 §5.2.3: a directive that is not recognized is ignored.
                }
            }
        }

        private static long seconds(DirectiveScanner directive) {
            return directive.malformed() ? ABSENT : Digits.parse(directive.argument());
        }

        /** §5.2.1.2: without an argument a response of any age will do. */
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
