package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;

/**
 * One cached route as the compiler saw it: the method, its policy in the words of the annotation, and how its key and
 * tags are made.
 *
 * @param method the route's method
 * @param policy the policy as annotated
 * @param key writes the key of a request
 * @param tags writes the tags of a request
 */
@Internal
public record CachedRoute(ControllerMethod method, RoutePolicy policy, KeyGenerator key, TagGenerator tags) {}
