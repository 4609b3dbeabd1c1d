package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.GET;

import io.httpcached.processor.model.UriTemplates;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The paths that several {@code GET} methods of a controller share, so that {@code Accept} selects between the methods. */
final class SharedPaths {

    private final Map<String, Integer> methodsByShape = new HashMap<>();

    SharedPaths(ClassElement controller, List<MethodElement> routes) {
        for (MethodElement route : routes) {
            if (route.hasStereotype(GET)) {
                RouteReader.uris(controller, route)
                        .shapes()
                        .forEach(shape -> methodsByShape.merge(shape, 1, Integer::sum));
            }
        }
    }

    boolean isShared(UriTemplates uris) {
        return uris.shapes().stream().anyMatch(shape -> methodsByShape.getOrDefault(shape, 0) > 1);
    }
}
