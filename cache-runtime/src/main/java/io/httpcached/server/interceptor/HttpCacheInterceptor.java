package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * The cached and invalidating routes of one controller. The annotation processor generates one implementation per controller
 * and registers it as a service, which Micronaut finds on the class path and in a native image. The server filter hands a
 * matched request to the interceptor of its controller, which knows the policies, keys and tags of the routes.
 */
@Internal
public interface HttpCacheInterceptor {

    /**
     * Returns the cached routes.
     *
     * @return one element per cached method, in the order of the declarations
     */
    default List<CachedRoute> routes() {
        return List.of();
    }

    /**
     * Returns the invalidating routes.
     *
     * @return one element per invalidating method, in the order of the declarations
     */
    default List<InvalidatingRoute> invalidations() {
        return List.of();
    }
}
