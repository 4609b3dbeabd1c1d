package io.httpcached.server.routing;

import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.interceptor.ControllerMethod;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RouteCondition;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.http.server.cors.CrossOrigin;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.version.RoutesVersioningConfiguration;
import io.micronaut.web.router.version.resolution.HeaderVersionResolverConfiguration;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the request fields that select a response outside the handler. The key of an entry need not contain them, because
 * it contains the method that the router selects, and because CORS fields are added outside the cache. But the caches of
 * clients and proxies know the URI only, so {@code Vary} has to name these fields (RFC 9110 §12.5.5).
 */
@Singleton
final class SelectingFields {

    private final List<UriRouteInfo<?, ?>> routes;
    private final List<String> versionHeaders;
    private final boolean cors;
    private final boolean corsInsideCache;

    SelectingFields(
            Router router,
            Optional<RoutesVersioningConfiguration> versioning,
            Optional<HeaderVersionResolverConfiguration> headers,
            HttpServerConfiguration.CorsConfiguration cors,
            HttpCacheConfiguration settings) {
        this.routes = router.uriRoutes().toList();
        this.versionHeaders = versioning.isPresent()
                ? headers.map(HeaderVersionResolverConfiguration::getNames).orElse(List.of())
                : List.of();
        this.cors = cors.isEnabled();
        this.corsInsideCache = settings.getFilterOrder() < CorsFilter.CORS_FILTER_ORDER;
    }

    /**
     * Returns the names of the fields that select the responses of a method.
     *
     * @param method a controller method
     * @return the fields that select a version, a media type and CORS fields, in this order
     */
    List<String> of(ControllerMethod method) {
        // A request with a version does not match a route without one, so the field selects the responses of every
        // route.
        Set<String> names = new LinkedHashSet<>(versionHeaders);
        List<UriRouteInfo<?, ?>> own = routesOf(method);
        if (own.stream().anyMatch(this::isSelectedByMediaType)) {
            names.add(HttpHeaders.ACCEPT);
        }
        if (cors || own.stream().anyMatch(route -> has(route, CrossOrigin.class))) {
            names.add(HttpHeaders.ORIGIN);
        }
        return List.copyOf(names);
    }

    /**
     * Returns whether the stored response depends on a field, so that the key has to contain it: CORS fields are stored if the
     * CORS filter is nearer to the handler than the cache.
     *
     * @param name one of the fields that select the responses of a method
     * @return true if the key has to contain the field
     */
    boolean selectsStoredResponse(String name) {
        return corsInsideCache && name.equals(HttpHeaders.ORIGIN);
    }

    /**
     * Returns whether a condition selects among the method and others for the same URI. The fields that the condition reads are
     * not known.
     *
     * @param method a controller method
     * @return true if one of its routes, or of those that share a URI with it, has a condition
     */
    boolean dependsOnCondition(ControllerMethod method) {
        return routesOf(method).stream().anyMatch(route -> routes.stream()
                .anyMatch(other -> has(other, RouteCondition.class) && sharesUri(route, other)));
    }

    private List<UriRouteInfo<?, ?>> routesOf(ControllerMethod method) {
        return routes.stream().filter(route -> RouteIndex.serves(route, method)).toList();
    }

    private boolean isSelectedByMediaType(UriRouteInfo<?, ?> route) {
        return routes.stream()
                .anyMatch(other ->
                        producesOtherTypes(route.getProduces(), other.getProduces()) && sharesUri(route, other));
    }

    private static boolean producesOtherTypes(List<MediaType> types, List<MediaType> others) {
        return !types.equals(others) && !new HashSet<>(types).equals(new HashSet<>(others));
    }

    private static boolean sharesUri(UriRouteInfo<?, ?> route, UriRouteInfo<?, ?> other) {
        return route.getHttpMethod() == other.getHttpMethod() && UriShapes.mayOverlap(path(route), path(other));
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static boolean has(UriRouteInfo<?, ?> route, Class<? extends Annotation> annotation) {
        return route.getAnnotationMetadata().hasAnnotation(annotation);
    }
}
