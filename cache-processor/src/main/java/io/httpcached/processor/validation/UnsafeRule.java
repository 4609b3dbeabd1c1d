package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.UnsafeRoute;
import java.util.stream.Stream;

/** What changes the data of a cached route says what else shows it. */
final class UnsafeRule {

    private UnsafeRule() {}

    static Stream<Finding> check(CachedController controller) {
        return controller.unsafe().stream().flatMap(route -> check(route, controller));
    }

    private static Stream<Finding> check(UnsafeRoute route, CachedController controller) {
        return controller.routes().stream()
                .filter(cached -> route.uris().sharePathsWith(cached.uris()))
                .limit(1)
                .map(cached -> finding(route, cached));
    }

    private static Finding finding(UnsafeRoute route, CachedRoute cached) {
        return new Finding(
                Warning.UNSAFE_WITHOUT_INVALIDATION,
                route.origin(),
                route.method() + " answers " + String.join(" and ", route.httpMethods()) + " on the path of the cached "
                        + cached.method() + " and has no @HttpCacheInvalidate",
                "Its own path is invalidated (RFC 9111 §4.4) and nothing else, so other cached responses that show what it"
                        + " changes would still be served",
                "Add @HttpCacheInvalidate with the tags or paths of what else shows it");
    }
}
