package io.httpcached.server.route;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * One cached route as the compiler saw it: the method, its policy in the words of the annotation, and how its key and
 * tags are made.
 *
 * @param controller the controller class
 * @param method the name of the route's method
 * @param parameterTypes the erased types of its parameters
 * @param policy the policy as annotated
 * @param key writes the key of a request
 * @param tags writes the tags of a request
 */
@Internal
public record CachedRoute(
        Class<?> controller,
        String method,
        List<Class<?>> parameterTypes,
        RoutePolicy policy,
        KeyRecipe key,
        TagRecipe tags) {}
