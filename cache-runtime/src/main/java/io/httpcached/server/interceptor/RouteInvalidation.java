package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;

/**
 * What one {@code HttpCacheInvalidate} invalidates.
 *
 * @param tags writes the tags of a request
 * @param paths writes the paths of a request, without the context path
 * @param namespace the namespace, which may hold placeholders, or the empty text for none
 * @param soft whether entries become stale instead of gone
 */
@Internal
public record RouteInvalidation(TagGenerator tags, TagGenerator paths, String namespace, boolean soft) {}
