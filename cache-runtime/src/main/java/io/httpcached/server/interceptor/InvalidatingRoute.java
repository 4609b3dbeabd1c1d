package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * One route that invalidates cached responses when it has succeeded, as the compiler saw it.
 *
 * @param method the route's method
 * @param invalidations what it invalidates; at least one
 */
@Internal
public record InvalidatingRoute(ControllerMethod method, List<RouteInvalidation> invalidations) {}
