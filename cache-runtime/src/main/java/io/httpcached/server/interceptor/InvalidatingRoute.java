package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * A route that invalidates entries after it has succeeded, as the annotation processor found it.
 *
 * @param method the method of the route
 * @param invalidations its invalidations; at least one
 */
@Internal
public record InvalidatingRoute(ControllerMethod method, List<RouteInvalidation> invalidations) {}
