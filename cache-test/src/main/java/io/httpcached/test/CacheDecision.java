package io.httpcached.test;

import org.jspecify.annotations.Nullable;

/**
 * A response that the server sent to a client, and how the cache handled its request. Immutable.
 *
 * @param method the method of the request
 * @param path the path of the request, as the client sent it, without the query
 * @param status the status of the response
 * @param cacheStatus the handling of the request by the cache, or null if the response has no {@code Cache-Status} of this cache: its
 *     route is not cached, or {@code http-cache.cache-status} is false
 */
public record CacheDecision(String method, String path, int status, @Nullable CacheStatus cacheStatus) {}
