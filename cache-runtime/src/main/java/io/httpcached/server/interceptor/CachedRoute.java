package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;

/**
 * A cached route as the annotation processor found it: the method, its annotated policy, and the generators of its keys and
 * tags.
 *
 * @param method the method of the route
 * @param policy the policy as annotated
 * @param key the key generator
 * @param tags the tag generator
 */
@Internal
public record CachedRoute(ControllerMethod method, RoutePolicy policy, KeyGenerator key, TagGenerator tags) {}
