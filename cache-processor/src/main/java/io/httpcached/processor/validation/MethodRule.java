package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import java.util.List;
import java.util.stream.Stream;

/**
 * Only {@code GET} routes are cached; the cache answers {@code HEAD} from stored {@code GET} responses (RFC 9110 §9.2.3, RFC
 * 9111 §4).
 */
final class MethodRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        return route.httpMethods().stream()
                .filter(method -> !method.equals("GET"))
                .map(method -> problem(route, method));
    }

    private static Problem problem(CachedRoute route, String method) {
        String problem = "@HttpCached cannot cache " + method;
        if (method.equals("HEAD")) {
            return new Problem(
                    route.origin(),
                    problem,
                    "The cache answers HEAD requests from stored GET responses, and a HEAD response has no body for GET"
                            + " requests",
                    "Annotate the @Get method with the same URI");
        }
        if (List.of("OPTIONS", "TRACE").contains(method)) {
            return new Problem(
                    route.origin(),
                    problem,
                    "Responses to " + method + " are not cacheable (RFC 9110 §9.3)",
                    "Remove @HttpCached, or map the method with @Get only");
        }
        return new Problem(
                route.origin(),
                problem,
                "The request may change data, and a hit would not run the method (RFC 9110 §9.2.1)",
                "Remove @HttpCached, or map the method with @Get only");
    }
}
