package io.httpcached.server.report;

import io.httpcached.core.Reuse;
import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.Nullable;

/** Tells the developer how to change a decision. */
@Internal
public final class Advice {

    private static final String SCOPE =
            "Set scope = PUBLIC if everyone gets the same response, or scope = PRIVATE for one entry per user. Without a"
                    + " scope, the response is stored only if it says public, must-revalidate or s-maxage.";

    private static final String DIRECTIVES =
            "Set requestDirectives = IGNORE if the Cache-Control of clients must not affect the cache.";

    private Advice() {}

    /**
     * Returns the advice for a cause.
     *
     * @param reason the cause of a decision
     * @return one or two sentences, or null if there is nothing to change
     */
    public static @Nullable String on(Reuse.Reason reason) {
        return switch (reason) {
            case USER, AUTHORIZATION -> SCOPE;
            case NO_USER ->
                "A route with scope = PRIVATE or a Principal parameter caches only requests with an authenticated user."
                        + " Let a route without the parameter answer guests if their responses must be cached.";
            case NO_USER_NAME ->
                "Give each user a Principal with a name of its own, which the key of the user's entries contains.";
            case NO_STORE, NO_CACHE, MAX_AGE, MIN_FRESH -> DIRECTIVES;
            default -> null;
        };
    }
}
