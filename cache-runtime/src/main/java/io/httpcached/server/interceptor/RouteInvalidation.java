package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;

/**
 * The invalidation that one {@code @HttpCacheInvalidate} declares.
 *
 * @param tags the generator of the tags
 * @param paths the generator of the paths, without the context path
 * @param namespace the namespace, which may contain placeholders, or an empty text for none
 * @param soft whether entries become stale instead of being removed
 */
@Internal
public record RouteInvalidation(TagGenerator tags, TagGenerator paths, String namespace, boolean soft) {}
