package io.httpcached.processor.validation;

import io.httpcached.annotation.CacheScope;
import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Input;
import java.util.stream.Stream;

/** What is shared by all does not depend on who asks. */
final class UserRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        if (route.policy().scope().value() != CacheScope.PUBLIC) {
            return Stream.empty();
        }
        return route.inputs()
                .filter(input -> input.binding() instanceof Binding.User)
                .map(UserRule::finding);
    }

    private static Finding finding(Input input) {
        return new Finding(
                input.origin(),
                "The parameter '" + input.name() + "' is given the user, and the scope is PUBLIC",
                "The response made for one user would be given to every other",
                "Remove the parameter, or the scope: a method that takes a Principal keeps one entry a user");
    }
}
