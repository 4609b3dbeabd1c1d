package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * The routes of one controller that have to do with caching. The annotation processor writes one implementation a
 * controller, as a service that Micronaut finds on the class path and in a native image.
 */
@Internal
public interface HttpCacheInterceptor {

    /**
     * The cached routes, in the order in which the controller declares them.
     *
     * @return one element a cached method
     */
    default List<CachedRoute> routes() {
        return List.of();
    }

    /**
     * The routes that invalidate, in the order in which the controller declares them.
     *
     * @return one element a method
     */
    default List<InvalidatingRoute> invalidations() {
        return List.of();
    }
}
