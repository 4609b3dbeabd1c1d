package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * A cached route as the annotation processor found it: the method, its annotated policy, and the generators of its keys and
 * tags.
 *
 * @param method the method of the route
 * @param policy the policy as annotated
 * @param key the key generator
 * @param tags the tag generator
 * @param variables the variables of its path that can be spelled in several ways, or be absent
 */
@Internal
public record CachedRoute(
        ControllerMethod method,
        RoutePolicy policy,
        KeyGenerator key,
        TagGenerator tags,
        List<RouteVariable> variables) {

    /** Copies the list. */
    public CachedRoute {
        variables = List.copyOf(variables);
    }

    /**
     * Creates a route whose path has one spelling.
     *
     * @param method the method of the route
     * @param policy the policy as annotated
     * @param key the key generator
     * @param tags the tag generator
     */
    public CachedRoute(ControllerMethod method, RoutePolicy policy, KeyGenerator key, TagGenerator tags) {
        this(method, policy, key, tags, List.of());
    }
}
