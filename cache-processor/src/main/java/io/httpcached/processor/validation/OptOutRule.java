package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import java.util.stream.Stream;

/** A method does not ask for caching and refuse it. */
final class OptOutRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.optedOut()
                ? Stream.of(new Finding(
                        route.origin(),
                        "@HttpCached and @NoHttpCache contradict each other",
                        "One of them would be ignored",
                        "Remove one of the two"))
                : Stream.empty();
    }
}
