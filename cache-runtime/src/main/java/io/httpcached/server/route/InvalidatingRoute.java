package io.httpcached.server.route;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * One route that evicts cached responses when it has succeeded, as the compiler saw it.
 *
 * @param controller the controller class
 * @param method the name of the route's method
 * @param parameterTypes the erased types of its parameters
 * @param evictions what it evicts; at least one
 */
@Internal
public record InvalidatingRoute(
        Class<?> controller, String method, List<Class<?>> parameterTypes, List<RouteEviction> evictions) {}
