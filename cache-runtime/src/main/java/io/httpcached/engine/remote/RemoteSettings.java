package io.httpcached.engine.remote;

import java.time.Duration;

/**
 * The timeouts and limits for a backend.
 *
 * @param timeout the time that a request waits for the backend in total
 * @param keyPrefix the prefix of all keys, so that several applications can share a backend
 * @param version the version of the application, which separates its entries from those of other versions; empty for none
 * @param tagVersionTtl the time to live of a tag version; entries with the tag live no longer
 * @param maximumPendingBytes the maximum size of all pending writes together; further writes are dropped
 * @param leaseDuration the time after which a lease expires; zero to use no leases
 * @param failuresToOpen the number of failures in a row after which the backend is not used for a while
 * @param retryAfter the time until one request tries the backend again
 */
public record RemoteSettings(
        Duration timeout,
        String keyPrefix,
        String version,
        Duration tagVersionTtl,
        long maximumPendingBytes,
        Duration leaseDuration,
        int failuresToOpen,
        Duration retryAfter) {}
