package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.RouteAccess;
import java.util.stream.Stream;

/** The scope of a route matches its security annotations and its parameters (RFC 9111 §3.5). */
final class ScopeRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        return switch (route.policy().value(Member.SCOPE)) {
            case AUTO -> checkAuto(route);
            case PUBLIC -> checkPublic(route);
            case PRIVATE -> checkPrivate(route);
        };
    }

    private static Stream<Problem> checkAuto(CachedRoute route) {
        return !route.takesUser() && route.access() instanceof RouteAccess.Restricted restricted
                ? Stream.of(new Problem(
                        route.origin(),
                        "The method is restricted by " + restricted.annotation() + ", and the scope is AUTO",
                        "With AUTO, the default, authenticated requests bypass the cache: the processor does not know whether"
                                + " all permitted users receive the same response",
                        "Set scope = CacheScope.PUBLIC if they do. Set scope = CacheScope.PRIVATE for one entry per user;"
                                + " the name of the principal alone then distinguishes users, so it must be unique, across"
                                + " tenants too"))
                : Stream.empty();
    }

    private static Stream<Problem> checkPublic(CachedRoute route) {
        return route.inputs()
                .filter(input -> input.binding() instanceof Binding.User)
                .map(ScopeRule::shared);
    }

    private static Problem shared(Input input) {
        return new Problem(
                input.origin(),
                "The parameter '" + input.name() + "' receives the user, and the scope is PUBLIC",
                "The response for one user would be served to all others",
                "Remove the parameter, or remove scope: a method that takes a Principal stores one entry per user");
    }

    private static Stream<Problem> checkPrivate(CachedRoute route) {
        return !route.takesUser() && route.access() instanceof RouteAccess.Open open
                ? Stream.of(new Problem(
                        route.origin(),
                        "The scope is PRIVATE, and " + open.annotation() + " permits requests without a user",
                        "The key of a private entry contains the user, so these requests bypass the cache",
                        "Set scope = CacheScope.PUBLIC if all users receive the same response, take a Principal as a"
                                + " parameter if they do not, or require a user with"
                                + " @Secured(SecurityRule.IS_AUTHENTICATED)"))
                : Stream.empty();
    }
}
