package io.httpcached.processor.report;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.KeyPlan;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a compilation caches and what invalidates it. The same whatever the order in which the compiler came by.
 *
 * @param cached the cached routes, by URI, HTTP method and controller
 * @param invalidating the routes with {@code @HttpCacheInvalidate}, in the same order
 */
public record BuildReport(List<ReportedRoute> cached, List<ReportedInvalidation> invalidating) {

    /**
     * Puts together what is known of a compilation.
     *
     * @param controllers all its controllers, which break no rule
     * @return the report
     */
    public static BuildReport of(Collection<CachedController> controllers) {
        List<CachedController> sorted = controllers.stream()
                .sorted(Comparator.comparing(controller -> controller.type().reflectionName()))
                .toList();
        List<InvalidationSource> invalidating = sorted.stream()
                .flatMap(InvalidationSource::of)
                .sorted(Comparator.comparing(InvalidationSource::name, RouteName.ORDER))
                .toList();
        return new BuildReport(
                sorted.stream()
                        .flatMap(controller -> cached(controller, invalidating))
                        .sorted(Comparator.comparing(ReportedRoute::name, RouteName.ORDER))
                        .toList(),
                sorted.stream()
                        .flatMap(BuildReport::invalidating)
                        .sorted(Comparator.comparing(ReportedInvalidation::name, RouteName.ORDER))
                        .toList());
    }

    /** {@return whether there is nothing to report} */
    public boolean isEmpty() {
        return cached.isEmpty() && invalidating.isEmpty();
    }

    private static Stream<ReportedRoute> cached(CachedController controller, List<InvalidationSource> invalidating) {
        return controller.routes().stream()
                .map(route -> new ReportedRoute(
                        RouteName.of(controller, route),
                        route,
                        KeyPlan.of(route),
                        InvalidatedRoute.of(route).invalidators(invalidating)));
    }

    private static Stream<ReportedInvalidation> invalidating(CachedController controller) {
        return controller.invalidations().stream()
                .map(route -> new ReportedInvalidation(RouteName.of(controller, route), route.invalidations()));
    }
}
