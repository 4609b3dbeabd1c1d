package io.httpcached.server.routing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time for which clients may use the responses of a route.
 *
 * @param ttl the time: zero if they must revalidate a response before each use, null for its remaining lifetime
 * @param reason the setting or the default that decides it, for reports
 */
record ClientLifetime(@Nullable Duration ttl, String reason) {

    static ClientLifetime revalidate(String reason) {
        return new ClientLifetime(Duration.ZERO, reason);
    }
}
