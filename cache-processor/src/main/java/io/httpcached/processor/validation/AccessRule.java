package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.RouteMethod;
import java.util.stream.Stream;

/** The generated class can name the controller and the types of its parameters. */
final class AccessRule implements Rule {

    static Stream<Finding> check(CachedController controller) {
        return controller.accessible() || !controller.hasRoutes()
                ? Stream.empty()
                : Stream.of(new Finding(
                        controller.origin(),
                        "The controller " + controller.type().simpleName() + " is private",
                        "The generated class beside it cannot refer to it",
                        "Make it package-private"));
    }

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return check((RouteMethod) route);
    }

    static Stream<Finding> check(RouteMethod route) {
        return route.parameters().stream()
                .filter(parameter -> !parameter.accessible())
                .map(parameter -> new Finding(
                        parameter.input().origin(),
                        "The type of the parameter '" + parameter.name()
                                + "' cannot be named outside the class that declares it",
                        "The generated class identifies the method by the types of its parameters",
                        "Make the type package-private or public"));
    }
}
