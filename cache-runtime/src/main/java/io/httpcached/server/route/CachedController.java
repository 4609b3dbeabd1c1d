package io.httpcached.server.route;

import io.micronaut.core.annotation.Internal;
import java.util.List;

/** The cached routes of one controller. The annotation processor writes one implementation a controller, as a bean. */
@Internal
public interface CachedController {

    /**
     * The routes, in the order in which the controller declares them.
     *
     * @return one element a cached method
     */
    List<CachedRoute> routes();
}
