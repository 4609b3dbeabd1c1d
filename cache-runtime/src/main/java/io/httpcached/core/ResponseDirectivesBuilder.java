package io.httpcached.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the directives of a response in the order they came, and settles repetitions and contradictions in favor of
 * the more restrictive reading (RFC 9111 §4.2.1). Not thread-safe.
 */
public final class ResponseDirectivesBuilder {

    /**
     * Fields without which what is stored would be misread. Where one of them is named, the unqualified directive is
     * meant: caches may always read a qualified one so (RFC 9111 §5.2.2.4, §5.2.2.7).
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

    /** Starts without directives. */
    public ResponseDirectivesBuilder() {}

    /**
     * Adds a directive. One that restricts counts even if it is malformed; one that permits does not.
     *
     * @param name its name, lower-cased; an unknown one is ignored (§5.2.3)
     * @param argument its argument without quotes, null for none
     * @param wellFormed whether it follows the grammar of its field
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
                // §5.2.3: a directive that is not recognized is ignored.
            }
        }
    }

    /** Says that the directives come from a targeted field. */
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

    /** {@return whether the directive is qualified by fields that can be left out, which are then collected} */
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

    /** §4.2.1: an invalid lifetime is stale, and so is one that was given before with another value. */
    private static long lifetime(long known, @Nullable String argument, boolean wellFormed) {
        long seconds = wellFormed ? Math.max(0, Digits.parse(argument)) : 0;
        return known == ResponseDirectives.ABSENT || known == seconds ? seconds : 0;
    }

    /** An invalid window is none; of two the shorter counts. */
    private static long window(long known, @Nullable String argument, boolean wellFormed) {
        long seconds = wellFormed ? Math.max(0, Digits.parse(argument)) : 0;
        return known == ResponseDirectives.ABSENT ? seconds : Math.min(known, seconds);
    }
}
