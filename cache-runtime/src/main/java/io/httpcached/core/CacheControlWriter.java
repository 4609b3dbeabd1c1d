package io.httpcached.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes the {@code Cache-Control} of responses whose handler sets neither a lifetime nor another rule for caches. */
final class CacheControlWriter {

    private CacheControlWriter() {}

    /** {@return whether this cache writes the {@code Cache-Control} of a response, because only the policy rules it} */
    static boolean applies(CacheResponse response, ResponseDirectives directives, CachePolicy policy) {
        Fields fields = response.fields();
        return isRuled(response.status(), policy)
                && !fields.has("Cache-Control")
                && !fields.has("Expires")
                && !fields.has("Pragma")
                && !restricts(directives)
                && directives.freshSeconds(policy.sharing().isShared()) == ResponseDirectives.ABSENT;
    }

    /**
     * The policy rules responses to which its ttl applies. If clients must revalidate, it also rules those with a heuristic
     * lifetime: a client would calculate the same one (RFC 9111 §4.2.2).
     */
    private static boolean isRuled(int status, CachePolicy policy) {
        return policy.ttlFor(status) != null || (policy.heuristicFreshness() && policy.clientsRevalidate());
    }

    /** A targeted field may contain restrictions although {@code Cache-Control} is absent. */
    private static boolean restricts(ResponseDirectives directives) {
        return directives.noStore() || directives.noCache() || directives.isPrivate();
    }

    /**
     * {@return the value for a client that receives the response from the handler}
     *
     * @param policy the policy of the route
     * @param ttl the ttl of the response, or null for a heuristic lifetime
     * @param invalidatable true if the response has names of its own by which it can be invalidated
     */
    static String forNew(CachePolicy policy, @Nullable Duration ttl, boolean invalidatable) {
        Duration clientTtl = policy.clientTtl();
        long seconds = ttl == null ? 0 : ttl.toSeconds();
        if (clientTtl != null) {
            return forClient(policy, 0, Math.min(clientTtl.toSeconds(), seconds));
        }
        if (invalidatable) {
            return noCache(policy.sharing());
        }
        StringBuilder text = scope(policy.sharing()).append("max-age=").append(seconds);
        window(text, ", stale-while-revalidate=", policy.staleWhileRevalidate());
        window(text, ", stale-if-error=", policy.staleIfError());
        return text.toString();
    }

    /**
     * {@return the value for a client with its own ttl} {@code max-age} counts from the creation of the response (RFC 9111
     * §4.2), so the current age is added. The stale-while-revalidate and stale-if-error times are left out, because they would
     * let the client keep the response longer.
     */
    static String forClient(CachePolicy policy, long age, long seconds) {
        if (policy.clientsRevalidate()) {
            return noCache(policy.sharing());
        }
        return scope(policy.sharing())
                .append("max-age=")
                .append(Math.max(0, age + seconds))
                .toString();
    }

    /** A constant, because each hit needs it. */
    private static String noCache(Sharing sharing) {
        return switch (sharing) {
            case SHARED -> "no-cache";
            case PUBLIC -> "public, no-cache";
            case PRIVATE -> "private, no-cache";
        };
    }

    private static StringBuilder scope(Sharing sharing) {
        StringBuilder text = new StringBuilder(64);
        return switch (sharing) {
            case SHARED -> text;
            case PUBLIC -> text.append("public, ");
            case PRIVATE -> text.append("private, ");
        };
    }

    private static void window(StringBuilder text, String directive, Duration window) {
        if (window.toSeconds() > 0) {
            text.append(directive).append(window.toSeconds());
        }
    }
}
