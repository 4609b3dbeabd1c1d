package io.httpcached.processor.report;

import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.RouteMethod;
import io.httpcached.processor.model.UriTemplate;
import java.util.Comparator;
import java.util.List;

/**
 * The name of a route in the report.
 *
 * @param uris its URI templates, without the context path
 * @param httpMethods its HTTP methods
 * @param controller the binary name of the controller class
 * @param method the name of the method
 */
record RouteName(List<String> uris, List<String> httpMethods, String controller, String method) {

    /** Overloads, which are equal in all of this, stay in the order of declaration. */
    static final Comparator<RouteName> ORDER = Comparator.comparing((RouteName name) -> String.join(" ", name.uris))
            .thenComparing(name -> String.join(" ", name.httpMethods))
            .thenComparing(RouteName::controller)
            .thenComparing(RouteName::method);

    static RouteName of(ControllerModel controller, RouteMethod route) {
        return new RouteName(
                route.uris().templates().stream()
                        .map(UriTemplate::text)
                        .sorted()
                        .toList(),
                route.httpMethods().stream().sorted().toList(),
                controller.type().reflectionName(),
                route.method());
    }
}
