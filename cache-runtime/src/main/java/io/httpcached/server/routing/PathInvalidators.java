package io.httpcached.server.routing;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.core.Invalidation;
import io.httpcached.core.PathPattern;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.request.RoutedMethod;
import io.micronaut.http.uri.UriMatchTemplate;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The routes whose requests may invalidate entries by path or by namespace. The router knows the routes of all modules, also
 * those that are registered without annotations; the annotation processor knows those of one compilation. Immutable.
 */
@Singleton
final class PathInvalidators {

    /** The operations of management endpoints change no resource of the application. */
    private static final String ENDPOINT = "io.micronaut.management.endpoint.annotation.Endpoint";

    private final List<Invalidator> invalidators;

    /**
     * A route that may invalidate entries.
     *
     * @param name its method and URI template
     * @param paths the paths that it may invalidate
     * @param namespaces the namespaces that it invalidates
     */
    private record Invalidator(String name, List<Paths> paths, Set<String> namespaces) {

        boolean reaches(String namespace, List<Paths> cached) {
            return namespaces.contains(namespace)
                    || paths.stream().anyMatch(path -> cached.stream().anyMatch(path::overlap));
        }
    }

    /**
     * The paths of a URI template. The pattern ignores the expressions of variables, which matter only beside a template
     * without variables.
     */
    private record Paths(UriMatchTemplate template, PathPattern pattern) {

        static Paths of(UriMatchTemplate template) {
            return new Paths(template, PathPattern.of(template.toString()));
        }

        boolean overlap(Paths other) {
            if (!pattern.overlaps(other.pattern)) {
                return false;
            }
            return matchesOnlyPathOf(other) && other.matchesOnlyPathOf(this);
        }

        private boolean matchesOnlyPathOf(Paths other) {
            String path = other.pattern.onlyPath();
            return path == null || template.match(path).isPresent();
        }
    }

    PathInvalidators(Router router, InvalidatingRoutes invalidating, ContextPath contextPath) {
        this.invalidators = router.uriRoutes()
                .map(info -> new Invalidator(
                        RoutedMethod.of(info) + ' ' + info.getUriMatchTemplate(),
                        Stream.concat(ownPaths(info), declaredPaths(info, contextPath))
                                .toList(),
                        namespaces(invalidating.of(info))))
                .filter(each -> !each.paths.isEmpty() || !each.namespaces.isEmpty())
                .toList();
    }

    /**
     * Returns the first route whose requests may invalidate the entries of a cached route.
     *
     * @param namespace the namespace of the entries, or an empty text
     * @param cached the routes of the router that run the method of the cached route
     * @return the method and the URI template of the route, or null if there is none
     */
    @Nullable
    String find(String namespace, List<UriRouteInfo<?, ?>> cached) {
        List<Paths> paths = cached.stream()
                .map(info -> Paths.of(info.getUriMatchTemplate()))
                .toList();
        return invalidators.stream()
                .filter(each -> each.reaches(namespace, paths))
                .map(Invalidator::name)
                .findFirst()
                .orElse(null);
    }

    /** RFC 9111 §4.4: a successful unsafe request invalidates its own path. */
    private static Stream<Paths> ownPaths(UriRouteInfo<?, ?> info) {
        boolean safe = Invalidation.isSafe(RoutedMethod.of(info)) || SafePost.isDeclaredBy(info);
        return safe || info.getAnnotationMetadata().hasStereotype(ENDPOINT)
                ? Stream.empty()
                : Stream.of(Paths.of(info.getUriMatchTemplate()));
    }

    private static Stream<Paths> declaredPaths(UriRouteInfo<?, ?> info, ContextPath contextPath) {
        List<Paths> paths = new ArrayList<>();
        info.getAnnotationMetadata()
                .getAnnotationValuesByType(HttpCacheInvalidate.class)
                .forEach(each -> Arrays.stream(each.stringValues("paths"))
                        .map(path -> Paths.of(UriMatchTemplate.of(contextPath.prepend(path))))
                        .forEach(paths::add));
        return paths.stream();
    }

    private static Set<String> namespaces(List<RouteInvalidation> invalidations) {
        return invalidations.stream()
                .map(RouteInvalidation::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toSet());
    }
}
