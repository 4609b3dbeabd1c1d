package io.httpcached.processor.report;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InferredKey;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.TypedCache;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cached and the invalidating routes of a compilation. It does not depend on the order in which the compiler visits the
 * controllers.
 *
 * @param cached the cached routes, sorted by URI, HTTP method and controller
 * @param invalidating the routes with {@code @HttpCacheInvalidate}, sorted likewise
 */
public record BuildReport(List<Cached> cached, List<Invalidating> invalidating) {

    /**
     * A cached route.
     *
     * @param name its name
     * @param route the route
     * @param key its inferred key
     * @param typedCache the qualified name of the typed cache of its controller; an empty text if it has none
     * @param invalidatedBy the routes that may invalidate its entries
     */
    record Cached(
            RouteName name, CachedRoute route, InferredKey key, String typedCache, List<InvalidatedBy> invalidatedBy) {}

    /**
     * A route with {@code @HttpCacheInvalidate}.
     *
     * @param name its name
     * @param invalidations its invalidations
     */
    record Invalidating(RouteName name, List<Invalidation> invalidations) {}

    /**
     * Creates the report of a compilation.
     *
     * @param controllers all its controllers, which have no errors
     * @return the report
     */
    public static BuildReport of(Collection<ControllerModel> controllers) {
        List<ControllerModel> sorted = controllers.stream()
                .sorted(Comparator.comparing(controller -> controller.type().reflectionName()))
                .toList();
        List<InvalidationPatterns> invalidating = sorted.stream()
                .flatMap(InvalidationPatterns::of)
                .sorted(Comparator.comparing(InvalidationPatterns::name, RouteName.ORDER))
                .toList();
        return new BuildReport(
                sorted.stream()
                        .flatMap(controller -> cached(controller, invalidating))
                        .sorted(Comparator.comparing(Cached::name, RouteName.ORDER))
                        .toList(),
                sorted.stream()
                        .flatMap(BuildReport::invalidating)
                        .sorted(Comparator.comparing(Invalidating::name, RouteName.ORDER))
                        .toList());
    }

    /** {@return whether the compilation has no such routes} */
    public boolean isEmpty() {
        return cached.isEmpty() && invalidating.isEmpty();
    }

    private static Stream<Cached> cached(ControllerModel controller, List<InvalidationPatterns> invalidating) {
        return controller.routes().stream()
                .map(route -> new Cached(
                        RouteName.of(controller, route),
                        route,
                        InferredKey.of(route),
                        typedCache(controller),
                        InvalidationMatcher.of(route).find(invalidating)));
    }

    private static String typedCache(ControllerModel controller) {
        return controller.hasTypedCache()
                ? TypedCache.nameFor(controller.type()).canonicalName()
                : "";
    }

    private static Stream<Invalidating> invalidating(ControllerModel controller) {
        return controller.invalidations().stream()
                .map(route -> new Invalidating(RouteName.of(controller, route), route.invalidations()));
    }
}
