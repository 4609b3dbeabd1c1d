package io.httpcached.processor.validation;

import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.TagTemplate;
import java.util.stream.Stream;

/** A route with {@code @HttpCacheInvalidate} is not cached, and its annotations have something to invalidate. */
final class InvalidationRule {

    private InvalidationRule() {}

    static Stream<Problem> check(InvalidatingRoute route) {
        Stream<Problem> invalidations =
                route.invalidations().stream().flatMap(invalidation -> check(invalidation, route));
        return route.cached() ? Stream.concat(Stream.of(cached(route)), invalidations) : invalidations;
    }

    private static Problem cached(InvalidatingRoute route) {
        return new Problem(
                route.origin(),
                "@HttpCacheInvalidate is on a cached method",
                "A hit does not run the method, so it would invalidate nothing",
                "Exclude the method from caching with @NoHttpCache, or move the annotation to the method that changes the"
                        + " data");
    }

    private static Stream<Problem> check(Invalidation invalidation, InvalidatingRoute route) {
        if (invalidation.isEmpty()) {
            return Stream.of(new Problem(
                    route.origin(),
                    "@HttpCacheInvalidate has nothing to invalidate",
                    "A successful unsafe request invalidates its own path without the annotation (RFC 9111 §4.4)",
                    "Set tags, paths or namespace, or remove the annotation"));
        }
        return Stream.concat(
                invalidation.tags().stream()
                        .flatMap(tag -> TemplateRule.INVALIDATED_TAG.check(tag, route, route.origin())),
                invalidation.paths().stream().flatMap(path -> checkPath(path, route)));
    }

    private static Stream<Problem> checkPath(TagTemplate path, InvalidatingRoute route) {
        return path.text().isBlank() || isPath(path.text())
                ? TemplateRule.INVALIDATED_PATH.check(path, route, route.origin())
                : Stream.of(new Problem(
                        route.origin(),
                        "The path \"" + path.text() + "\" is not the path of a URI",
                        "Entries are invalidated by the whole path, which starts with a slash and has neither query nor"
                                + " fragment (RFC 3986 §3.3)",
                        "Write a path as a controller declares it, for example /products/{id}; it covers all queries"));
    }

    private static boolean isPath(String text) {
        return text.startsWith("/") && !text.contains("?") && !text.contains("#");
    }
}
