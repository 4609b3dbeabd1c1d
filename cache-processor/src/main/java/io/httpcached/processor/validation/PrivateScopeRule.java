package io.httpcached.processor.validation;

import io.httpcached.annotation.CacheScope;
import io.httpcached.processor.model.Admission.Everybody;
import io.httpcached.processor.model.CachedRoute;
import java.util.stream.Stream;

/** What is kept for each user is asked for by users. */
final class PrivateScopeRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        boolean perUser = route.policy().scope().value() == CacheScope.PRIVATE && !route.seesUser();
        return perUser && route.admission() instanceof Everybody everybody
                ? Stream.of(new Finding(
                        route.origin(),
                        "The scope is PRIVATE, and " + everybody.annotation() + " admits requests without a user",
                        "Such a request has no user for its key and goes past the cache",
                        "Set scope = CacheScope.PUBLIC if all get the same response, take a Principal as a parameter if"
                                + " not, or admit users only with @Secured(SecurityRule.IS_AUTHENTICATED)"))
                : Stream.empty();
    }
}
