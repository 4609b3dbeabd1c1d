package io.httpcached.processor.validation;

import io.httpcached.annotation.CacheScope;
import io.httpcached.processor.model.Admission.Some;
import io.httpcached.processor.model.CachedRoute;
import java.util.stream.Stream;

/**
 * What only some users may see says whose entry it is (RFC 9111 §3.5). A method that is given the user has said so: each
 * has an entry of his own.
 */
final class RestrictedScopeRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        boolean unsaid = route.policy().scope().value() == CacheScope.AUTO && !route.seesUser();
        return unsaid && route.admission() instanceof Some some
                ? Stream.of(new Finding(
                        route.origin(),
                        "The method is restricted by " + some.annotation() + ", and the scope is AUTO",
                        "That is the default, with which authenticated requests go past the cache: only the author knows"
                                + " whether all who are admitted get the same response",
                        "Set scope = CacheScope.PUBLIC if they do, or CacheScope.PRIVATE for one entry a user"))
                : Stream.empty();
    }
}
