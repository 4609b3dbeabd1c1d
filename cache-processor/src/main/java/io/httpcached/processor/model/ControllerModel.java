package io.httpcached.processor.model;

import com.palantir.javapoet.ClassName;
import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.stream.Stream;

/**
 * A controller with cached or invalidating routes, or any class with misplaced annotations.
 *
 * @param type the class
 * @param accessible whether a class of the same package can access it
 * @param cached whether the class itself has a policy, so that all its GET routes are cached
 * @param routes its cached routes, in the order of declaration
 * @param invalidations its routes with {@code @HttpCacheInvalidate}, in the order of declaration
 * @param unsafe its routes for unsafe requests without {@code @HttpCacheInvalidate}
 * @param misplaced the annotations that have no effect
 * @param typedCache whether its typed cache is generated
 * @param deprecated whether the class is deprecated
 * @param origin the element at which problems of the whole class are reported
 */
public record ControllerModel(
        ClassName type,
        boolean accessible,
        boolean cached,
        List<CachedRoute> routes,
        List<InvalidatingRoute> invalidations,
        List<UnsafeRoute> unsafe,
        List<MisplacedAnnotation> misplaced,
        TypedCacheRequest typedCache,
        boolean deprecated,
        Element origin) {

    /** Copies the lists. */
    public ControllerModel {
        routes = List.copyOf(routes);
        invalidations = List.copyOf(invalidations);
        unsafe = List.copyOf(unsafe);
        misplaced = List.copyOf(misplaced);
    }

    /** {@return whether it needs an interceptor} */
    public boolean hasRoutes() {
        return !routes.isEmpty() || !invalidations.isEmpty();
    }

    /** {@return whether the interceptor refers to deprecated types} */
    public boolean mentionsDeprecated() {
        return deprecated
                || Stream.concat(routes.stream(), invalidations.stream())
                        .flatMap(route -> route.parameters().stream())
                        .anyMatch(Parameter::deprecated);
    }

    /** {@return whether a typed cache is generated if it has no errors} */
    public boolean hasTypedCache() {
        return typedCache == TypedCacheRequest.WANTED;
    }

    /** {@return the name of its interceptor, in the package of the controller} */
    public ClassName generatedType() {
        return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + "HttpCacheInterceptor");
    }
}
