package io.httpcached.server.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a cache in {@code http-cache.caches}.
 *
 * @param name its name
 * @param store the name of the store of its results
 * @param ttlSeconds the time for which a result is used, in seconds
 * @param jitter the share of the ttl by which that time is shortened at random, or null
 * @param tags the tags of its results
 * @param hits the number of calls that a stored result answered
 * @param misses the number of other calls
 * @param stored the number of results that were stored
 */
public record FunctionCacheReport(
        String name,
        String store,
        long ttlSeconds,
        @Nullable String jitter,
        List<String> tags,
        long hits,
        long misses,
        long stored) {

    /** A cache that reports its state. */
    public interface Source {

        /** {@return the state of the cache} */
        FunctionCacheReport report();
    }
}
