package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import java.util.stream.Stream;

/** A requirement for cached routes. Stateless. */
@FunctionalInterface
interface Rule {

    /**
     * Checks a route.
     *
     * @param route the route
     * @return the violations of this rule; empty if there are none
     */
    Stream<Problem> check(CachedRoute route);
}
