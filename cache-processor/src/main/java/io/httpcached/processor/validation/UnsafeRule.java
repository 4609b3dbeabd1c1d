package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.PathPattern;
import io.httpcached.processor.model.UnsafeRoute;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An unsafe route has {@code @HttpCacheInvalidate} if cached routes of its controller probably show the changed data, unless each
 * of its requests invalidates their entries by its own path.
 */
final class UnsafeRule {

    /** The largest number of methods that a message names. */
    private static final int MOST_NAMES = 4;

    private UnsafeRule() {}

    static Stream<Problem> check(ControllerModel controller) {
        return controller.unsafe().stream()
                .filter(route -> !remaining(route, controller).isEmpty())
                .map(route -> problem(route, controller));
    }

    /** Returns the cached routes that probably show the changed data, and whose entries the route does not invalidate. */
    private static List<CachedRoute> remaining(UnsafeRoute route, ControllerModel controller) {
        List<CachedRoute> near = controller.routes().stream()
                .filter(cached -> isNear(route, cached) && !invalidates(route, cached))
                .toList();
        boolean nothing = controller.routes().stream().noneMatch(cached -> invalidates(route, cached));
        return controller.cached() && nothing && near.isEmpty() ? controller.routes() : near;
    }

    /** An unsafe request invalidates its own path: all entries of a cached route only if each template has the same paths. */
    private static boolean invalidates(UnsafeRoute route, CachedRoute cached) {
        return !ParameterMatches.differ(cached, route)
                && route.uris().templates().stream()
                        .allMatch(own -> cached.uris().templates().stream().allMatch(own::sharesPathsWith));
    }

    private static boolean isNear(UnsafeRoute route, CachedRoute cached) {
        return route.paths().stream().anyMatch(own -> cached.paths().stream()
                .anyMatch(path -> own.isNear(path) && !createsMember(route, own, path)));
    }

    /** A POST request to a collection usually creates a member (RFC 9110 §9.3.3), which no entry of a member shows. */
    private static boolean createsMember(UnsafeRoute route, PathPattern own, PathPattern cached) {
        return route.httpMethods().equals(List.of("POST")) && own.isAbove(cached) && !cached.isLiteralBelow(own);
    }

    private static Problem problem(UnsafeRoute route, ControllerModel controller) {
        List<CachedRoute> remaining = remaining(route, controller);
        return new Problem(
                Warning.MISSING_INVALIDATION,
                route.origin(),
                route.method() + " handles " + String.join(" and ", route.httpMethods())
                        + " and does not invalidate the responses of " + methods(remaining),
                "Without @HttpCacheInvalidate, a successful request invalidates only its own path and the paths of the same"
                        + " origin in Location and Content-Location of its response (RFC 9111 §4.4), so these responses would"
                        + " still be served",
                advice(route, SuggestedInvalidation.of(route, remaining), controller));
    }

    private static String methods(List<CachedRoute> cached) {
        List<String> names = cached.stream().map(CachedRoute::method).distinct().toList();
        String others = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " others" : "";
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + others;
    }

    /** An annotation on a method of a supertype would name the paths of one controller in all of them. */
    private static String advice(UnsafeRoute route, SuggestedInvalidation suggested, ControllerModel controller) {
        String annotation = route.inherited() && suggested.dependsOnPaths()
                ? "Override " + route.method() + " in " + controller.type().simpleName() + " with "
                        + suggested.annotation()
                : "Add " + suggested.annotation();
        return suggested.untagged().isEmpty()
                ? annotation
                : annotation + ", and tags = \"" + suggested.newTag() + "\" to the @HttpCached of "
                        + methods(suggested.untagged());
    }
}
