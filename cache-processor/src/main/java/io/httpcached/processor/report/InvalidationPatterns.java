package io.httpcached.processor.report;

import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.PathPattern;
import io.httpcached.processor.model.TagPattern;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.UnsafeRoute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tags, paths and namespaces that a route invalidates.
 *
 * @param name the route
 * @param tags the tags of its annotations, as written and as patterns
 * @param paths the paths of its annotations, as written and as patterns
 * @param namespaces the namespaces of its annotations
 * @param ownPaths the paths of its unsafe requests, which invalidate them without an annotation (RFC 9111 §4.4)
 */
record InvalidationPatterns(
        RouteName name,
        Map<String, TagPattern> tags,
        Map<String, PathPattern> paths,
        Set<String> namespaces,
        List<PathPattern> ownPaths) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** {@return the patterns of the invalidating routes of a controller} */
    static Stream<InvalidationPatterns> of(ControllerModel controller) {
        return Stream.concat(
                controller.invalidations().stream().map(route -> of(controller, route)),
                controller.unsafe().stream().map(route -> of(controller, route)));
    }

    private static InvalidationPatterns of(ControllerModel controller, InvalidatingRoute route) {
        return new InvalidationPatterns(
                RouteName.of(controller, route),
                patterns(route, Invalidation::tags, TagPattern::of),
                patterns(route, Invalidation::paths, PathPattern::of),
                route.invalidations().stream()
                        .map(Invalidation::namespace)
                        .filter(namespace -> !namespace.isBlank())
                        .collect(Collectors.toSet()),
                SAFE.containsAll(route.httpMethods()) ? List.of() : route.paths());
    }

    private static InvalidationPatterns of(ControllerModel controller, UnsafeRoute route) {
        return new InvalidationPatterns(RouteName.of(controller, route), Map.of(), Map.of(), Set.of(), route.paths());
    }

    private static <T> Map<String, T> patterns(
            InvalidatingRoute route,
            Function<Invalidation, List<TagTemplate>> templates,
            BiFunction<TagTemplate, UnaryOperator<String>, T> pattern) {
        Map<String, T> patterns = new LinkedHashMap<>();
        for (Invalidation invalidation : route.invalidations()) {
            templates
                    .apply(invalidation)
                    .forEach(template ->
                            patterns.put(template.text(), pattern.apply(template, route::acceptedAsParameter)));
        }
        return patterns;
    }
}
