package io.httpcached.processor.validation;

import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.TagTemplate;
import java.util.stream.Stream;

/** A route that invalidates runs whenever it is asked, and says what to invalidate. */
final class InvalidationRule {

    private static final String LOSS = "nothing would be invalidated by it";
    private static final TemplateRule TAG = new TemplateRule("tag", LOSS);
    private static final TemplateRule PATH = new TemplateRule("path", LOSS);

    private InvalidationRule() {}

    static Stream<Finding> check(InvalidatingRoute route) {
        Stream<Finding> invalidations =
                route.invalidations().stream().flatMap(invalidation -> check(invalidation, route));
        return route.cached() ? Stream.concat(Stream.of(cached(route)), invalidations) : invalidations;
    }

    private static Finding cached(InvalidatingRoute route) {
        return new Finding(
                route.origin(),
                "@HttpCacheInvalidate is on a cached method",
                "A stored response is served without running the method, so nothing would be invalidated then",
                "Exclude the method from caching with @NoHttpCache, or put the annotation on the method that changes the"
                        + " data");
    }

    private static Stream<Finding> check(Invalidation invalidation, InvalidatingRoute route) {
        if (invalidation.isEmpty()) {
            return Stream.of(new Finding(
                    route.origin(),
                    "@HttpCacheInvalidate names nothing to invalidate",
                    "The path of the request itself is invalidated without it (RFC 9111 §4.4)",
                    "Set tags, paths or namespace, or remove the annotation"));
        }
        return Stream.concat(
                invalidation.tags().stream().flatMap(tag -> TAG.check(tag, route, route.origin())),
                invalidation.paths().stream().flatMap(path -> checkPath(path, route)));
    }

    private static Stream<Finding> checkPath(TagTemplate path, InvalidatingRoute route) {
        return path.text().isBlank() || isPath(path.text())
                ? PATH.check(path, route, route.origin())
                : Stream.of(new Finding(
                        route.origin(),
                        "The path \"" + path.text() + "\" is not the path of a URI",
                        "Entries are found by the whole path, which begins with a slash and has neither query nor"
                                + " fragment (RFC 3986 §3.3)",
                        "Write a path as a controller declares it, for example /products/{id}, which stands for all"
                                + " queries"));
    }

    private static boolean isPath(String text) {
        return text.startsWith("/") && !text.contains("?") && !text.contains("#");
    }
}
