package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.UnsafeRoute;
import java.util.stream.Stream;

/** An unsafe route on the path of a cached route has {@code @HttpCacheInvalidate}. */
final class UnsafeRule {

    private UnsafeRule() {}

    static Stream<Problem> check(ControllerModel controller) {
        return controller.unsafe().stream().flatMap(route -> check(route, controller));
    }

    private static Stream<Problem> check(UnsafeRoute route, ControllerModel controller) {
        return controller.routes().stream()
                .filter(cached -> route.uris().sharePathsWith(cached.uris()))
                .limit(1)
                .map(cached -> problem(route, cached));
    }

    private static Problem problem(UnsafeRoute route, CachedRoute cached) {
        return new Problem(
                Warning.MISSING_INVALIDATION,
                route.origin(),
                route.method() + " handles " + String.join(" and ", route.httpMethods())
                        + " on the path of the cached method " + cached.method() + " and has no @HttpCacheInvalidate",
                "It invalidates only its own path (RFC 9111 §4.4), so other cached responses that show the changed data would"
                        + " still be served",
                "Add @HttpCacheInvalidate with the tags or paths of these responses");
    }
}
