package io.httpcached.processor.model;

import com.palantir.javapoet.ClassName;
import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class that has to do with caching.
 *
 * @param type the class
 * @param accessible whether a class of the same package may name it
 * @param routes its cached routes, in the order of declaration
 * @param invalidations its routes that invalidate what they name, in the order of declaration
 * @param unsafe its routes that change something and invalidate nothing beyond their own path
 * @param misplaced the elements that carry an annotation without being a route
 * @param deprecated whether the class is deprecated
 * @param origin where to report what concerns the whole class
 */
public record CachedController(
        ClassName type,
        boolean accessible,
        List<CachedRoute> routes,
        List<InvalidatingRoute> invalidations,
        List<UnsafeRoute> unsafe,
        List<Misplaced> misplaced,
        boolean deprecated,
        Element origin) {

    /** Copies the lists. */
    public CachedController {
        routes = List.copyOf(routes);
        invalidations = List.copyOf(invalidations);
        unsafe = List.copyOf(unsafe);
        misplaced = List.copyOf(misplaced);
    }

    /** {@return whether there is anything to tell the server about it} */
    public boolean hasRoutes() {
        return !routes.isEmpty() || !invalidations.isEmpty();
    }

    /** {@return whether what is generated refers to something deprecated} */
    public boolean mentionsDeprecated() {
        return deprecated
                || Stream.concat(routes.stream(), invalidations.stream())
                        .flatMap(route -> route.parameters().stream())
                        .anyMatch(Parameter::deprecated);
    }

    /** {@return the class to write, in the package of the controller} */
    public ClassName generatedType() {
        return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + "HttpCacheInterceptor");
    }
}
