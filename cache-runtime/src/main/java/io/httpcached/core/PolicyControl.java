package io.httpcached.core;

import java.time.Duration;

/** The {@code Cache-Control} that this cache writes where the policy's ttl is the lifetime and the handler was silent. */
final class PolicyControl {

    private PolicyControl() {}

    /** {@return whether the lifetime of a response is the policy's and its {@code Cache-Control} for this cache to write} */
    static boolean applies(CacheResponse response, ResponseDirectives directives, CachePolicy policy) {
        Fields fields = response.fields();
        return policy.ttlFor(response.status()) != null
                && !fields.has("Cache-Control")
                && !fields.has("Expires")
                && !fields.has("Pragma")
                && !restricts(directives)
                && directives.freshSeconds(policy.sharing().isShared()) == ResponseDirectives.ABSENT;
    }

    /** A targeted field may restrict what {@code Cache-Control} is silent about. */
    private static boolean restricts(ResponseDirectives directives) {
        return directives.noStore() || directives.noCache() || directives.isPrivate();
    }

    /** {@return what a client is told that receives the response new} */
    static String ofNew(CachePolicy policy, Duration ttl) {
        Duration clientTtl = policy.clientTtl();
        if (clientTtl != null) {
            return ofClient(policy, 0, Math.min(clientTtl.toSeconds(), ttl.toSeconds()));
        }
        StringBuilder text = scope(policy.sharing()).append("max-age=").append(ttl.toSeconds());
        window(text, ", stale-while-revalidate=", policy.staleWhileRevalidate());
        window(text, ", stale-if-error=", policy.staleIfError());
        return text.toString();
    }

    /**
     * {@return what a client is told that may keep the response for a time of its own} {@code max-age} counts from when
     * the response was made (RFC 9111 §4.2), so the age it has already is added. Windows of staleness are left out: they
     * would let the client keep the response beyond that time.
     */
    static String ofClient(CachePolicy policy, long age, long seconds) {
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
