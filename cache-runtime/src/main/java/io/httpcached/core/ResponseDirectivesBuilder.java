package io.httpcached.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the directives of a response in their order. Of repeated or contradictory directives, the more restrictive one
 * applies (RFC 9111 §4.2.1). Not thread-safe.
 */
public final class ResponseDirectivesBuilder {

    /**
     * Fields without which a stored response would be misinterpreted. A qualified directive that names one of them is treated
     * as unqualified, which caches may always do (RFC 9111 §5.2.2.4, §5.2.2.7).
     */
    private static final Set<String> ESSENTIAL =
            Set.of("cache-control", "content-encoding", "content-range", "content-type", "date", "expires", "vary");

    private boolean noStore;
    private boolean noCache;
    private final List<String> noCacheFields = new ArrayList<>(0);
    private boolean isPrivate;
    private final List<String> privateFields = new ArrayList<>(0);
    private boolean isPublic;
    private boolean mustRevalidate;
    private boolean proxyRevalidate;
    private boolean mustUnderstand;
    private long maxAge = ResponseDirectives.ABSENT;
    private long sMaxAge = ResponseDirectives.ABSENT;
    private long staleWhileRevalidate = ResponseDirectives.ABSENT;
    private long staleIfError = ResponseDirectives.ABSENT;
    private boolean targeted;

    /** Creates a builder without directives. */
    public ResponseDirectivesBuilder() {}

    /**
     * Adds a directive. A malformed directive applies if it restricts, but not if it permits.
     *
     * @param name the name in lower case; an unknown directive is ignored (§5.2.3)
     * @param argument the argument without quotes, or null
     * @param wellFormed true if the directive follows the grammar of its field
     */
    public void add(String name, @Nullable String argument, boolean wellFormed) {
        switch (name) {
            case "no-store" -> noStore = true;
            case "no-cache" -> noCache |= !collectFields(noCacheFields, argument, wellFormed);
            case "private" -> isPrivate |= !collectFields(privateFields, argument, wellFormed);
            case "must-revalidate" -> mustRevalidate = true;
            case "proxy-revalidate" -> proxyRevalidate = true;
            case "public" -> isPublic |= wellFormed;
            case "must-understand" -> mustUnderstand |= wellFormed;
            case "max-age" -> maxAge = lifetime(maxAge, argument, wellFormed);
            case "s-maxage" -> sMaxAge = lifetime(sMaxAge, argument, wellFormed);
            case "stale-while-revalidate" -> staleWhileRevalidate = window(staleWhileRevalidate, argument, wellFormed);
            case "stale-if-error" -> staleIfError = window(staleIfError, argument, wellFormed);
            default -> {
                // §5.2.3: an unrecognized directive is ignored.
            }
        }
    }

    /** Marks the directives as those of a targeted field. */
    public void targeted() {
        targeted = true;
    }

    /** {@return the directives} */
    public ResponseDirectives build() {
        return new ResponseDirectives(
                noStore,
                noCache,
                noCacheFields,
                isPrivate,
                privateFields,
                isPublic,
                mustRevalidate,
                proxyRevalidate,
                mustUnderstand,
                maxAge,
                sMaxAge,
                staleWhileRevalidate,
                staleIfError,
                targeted);
    }

    /** Collects the fields of a qualified directive; returns false if it must be treated as unqualified. */
    private static boolean collectFields(List<String> fields, @Nullable String argument, boolean wellFormed) {
        if (argument == null || !wellFormed) {
            return false;
        }
        List<String> names = Tokens.members(List.of(argument.toLowerCase(Locale.ROOT)));
        for (String name : names) {
            if (!Tokens.isToken(name) || ESSENTIAL.contains(name)) {
                return false;
            }
        }
        fields.addAll(names);
        return !names.isEmpty();
    }

    /** §4.2.1: an invalid lifetime makes the response stale, and so does a repeated one with another value. */
    private static long lifetime(long known, @Nullable String argument, boolean wellFormed) {
        long seconds = wellFormed ? Math.max(0, Digits.parse(argument)) : 0;
        return known == ResponseDirectives.ABSENT || known == seconds ? seconds : 0;
    }

    /** An invalid time counts as zero; of two times the shorter one applies. */
    private static long window(long known, @Nullable String argument, boolean wellFormed) {
        long seconds = wellFormed ? Math.max(0, Digits.parse(argument)) : 0;
        return known == ResponseDirectives.ABSENT ? seconds : Math.min(known, seconds);
    }
}
