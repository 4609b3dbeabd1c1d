package io.httpcached.engine.remote;

import java.time.Duration;

/**
 * How a backend is dealt with.
 *
 * @param timeout how long a request waits for the backend
 * @param keyPrefix what all keys begin with, so that several applications can share a backend
 * @param tagVersionTtl how long the tag version of a tag is remembered; an entry that carries the tag lives no longer
 * @param maximumPendingBytes what writes that are under way may take together; further ones are dropped
 * @param leaseDuration how long one node may run a handler while the others wait for it; zero when none waits
 * @param failuresToOpen after how many failures in a row the backend is left alone
 * @param retryAfter how long it is left alone before one request tries it again
 */
public record RemoteSettings(
        Duration timeout,
        String keyPrefix,
        Duration tagVersionTtl,
        long maximumPendingBytes,
        Duration leaseDuration,
        int failuresToOpen,
        Duration retryAfter) {}
