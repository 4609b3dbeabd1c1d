package io.httpcached.engine.near;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of near copies.
 *
 * @param maximumBytes the maximum size of all copies, in bytes
 * @param ttl the time for which a copy may be used after its lookup, or null for as long as the backend reports no change of it
 * @param maximumLag the time for which copies may be used after the backend has confirmed that it reported all changes
 * @param strict whether an invalidation completes only when no node uses a copy from before it
 */
public record NearSettings(long maximumBytes, @Nullable Duration ttl, Duration maximumLag, boolean strict) {

    /** The time for which a copy may be used if the backend reports no changes and no other time is set. */
    public static final Duration TTL_WITHOUT_FEED = Duration.ofSeconds(1);
}
