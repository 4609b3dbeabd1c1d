package io.httpcached.processor.model;

import com.palantir.javapoet.ClassName;
import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * A class that has to do with caching.
 *
 * @param type the class
 * @param accessible whether a class of the same package may name it
 * @param routes its cached routes, in the order of declaration
 * @param misplaced the elements that carry the annotation without being a route
 * @param deprecated whether the class is deprecated
 * @param origin where to report what concerns the whole class
 */
public record CachedController(
        ClassName type,
        boolean accessible,
        List<CachedRoute> routes,
        List<Misplaced> misplaced,
        boolean deprecated,
        Element origin) {

    /** Copies the lists. */
    public CachedController {
        routes = List.copyOf(routes);
        misplaced = List.copyOf(misplaced);
    }

    /** {@return whether what is generated refers to something deprecated} */
    public boolean mentionsDeprecated() {
        return deprecated
                || routes.stream().flatMap(route -> route.parameters().stream()).anyMatch(Parameter::deprecated);
    }

    /** {@return the class to write, in the package of the controller} */
    public ClassName generatedType() {
        return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + "HttpCached");
    }
}
