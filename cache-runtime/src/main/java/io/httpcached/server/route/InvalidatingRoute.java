package io.httpcached.server.route;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * One route that evicts cached responses when it has succeeded, as the compiler saw it.
 *
 * @param method the route's method
 * @param evictions what it evicts; at least one
 */
@Internal
public record InvalidatingRoute(ControllerMethod method, List<RouteEviction> evictions) {}
