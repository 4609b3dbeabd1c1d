package io.httpcached.core;

import java.time.Duration;

/** Writes the {@code Cache-Control} of responses whose lifetime is the ttl of the policy and whose handler set none. */
final class CacheControlWriter {

    private CacheControlWriter() {}

    /** {@return whether the lifetime of a response is the ttl of the policy, so that this cache writes {@code Cache-Control}} */
    static boolean applies(CacheResponse response, ResponseDirectives directives, CachePolicy policy) {
        Fields fields = response.fields();
        return policy.ttlFor(response.status()) != null
                && !fields.has("Cache-Control")
                && !fields.has("Expires")
                && !fields.has("Pragma")
                && !restricts(directives)
                && directives.freshSeconds(policy.sharing().isShared()) == ResponseDirectives.ABSENT;
    }

    /** A targeted field may contain restrictions although {@code Cache-Control} is absent. */
    private static boolean restricts(ResponseDirectives directives) {
        return directives.noStore() || directives.noCache() || directives.isPrivate();
    }

    /** {@return the value for a client that receives the response from the handler} */
    static String forNew(CachePolicy policy, Duration ttl) {
        Duration clientTtl = policy.clientTtl();
        if (clientTtl != null) {
            return forClient(policy, 0, Math.min(clientTtl.toSeconds(), ttl.toSeconds()));
        }
        StringBuilder text = scope(policy.sharing()).append("max-age=").append(ttl.toSeconds());
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
        Duration clientTtl = policy.clientTtl();
        boolean validateAlways = clientTtl != null && clientTtl.toSeconds() == 0;
        StringBuilder text = scope(policy.sharing());
        return validateAlways
                ? text.append("no-cache").toString()
                : text.append("max-age=").append(Math.max(0, age + seconds)).toString();
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
