package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import java.util.stream.Stream;

/** One thing that a cached route has to satisfy. Stateless. */
@FunctionalInterface
interface Rule {

    /**
     * Judges a route.
     *
     * @param route the route
     * @return everything about it that breaks this rule; empty if nothing does
     */
    Stream<Finding> check(CachedRoute route);
}
