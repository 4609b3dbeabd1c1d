package io.httpcached.processor.validation;

import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.RouteMethod;
import java.util.stream.Stream;

/** The interceptor can access the controller and the types of its parameters. */
final class VisibilityRule {

    private VisibilityRule() {}

    static Stream<Problem> check(ControllerModel controller) {
        return controller.accessible() || !controller.hasRoutes()
                ? Stream.empty()
                : Stream.of(new Problem(
                        controller.origin(),
                        "The controller " + controller.type().simpleName() + " is private",
                        "The generated interceptor in the same package cannot access it",
                        "Make it package-private"));
    }

    static Stream<Problem> check(RouteMethod route) {
        return route.parameters().stream()
                .filter(parameter -> !parameter.accessible())
                .map(parameter -> new Problem(
                        parameter.input().origin(),
                        "The type of the parameter '" + parameter.name()
                                + "' is not accessible outside the class that declares it",
                        "The generated interceptor identifies the method by the types of its parameters",
                        "Make the type package-private or public"));
    }
}
