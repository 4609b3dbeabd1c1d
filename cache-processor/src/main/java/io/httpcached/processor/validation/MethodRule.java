package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import java.util.List;
import java.util.stream.Stream;

/**
 * Only routes for safe methods are cached: {@code GET}, with {@code HEAD} answered from its stored responses (RFC 9110 §9.2.3, RFC
 * 9111 §4), {@code QUERY}, and {@code POST} where the application says that it is safe.
 */
final class MethodRule implements Rule {

    private static final String POST = "POST";

    private static final String ONLY_GET = "Remove @HttpCached, or map the method with @Get only";

    @Override
    public Stream<Problem> check(CachedRoute route) {
        List<Problem> uncached = route.httpMethods().stream()
                .filter(method -> !isCached(method, route))
                .map(method -> problem(route, method))
                .toList();
        return uncached.isEmpty() ? BodyRouteRule.check(route) : uncached.stream();
    }

    private static boolean isCached(String method, CachedRoute route) {
        return List.of("GET", "QUERY").contains(method)
                || (method.equals(POST) && route.policy().value(Member.METHODS).contains(POST));
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
                    route.origin(), problem, "Responses to " + method + " are not cacheable (RFC 9110 §9.3)", ONLY_GET);
        }
        return new Problem(
                route.origin(),
                problem,
                "The request may change data, and a hit would not run the method (RFC 9110 §9.2.1)",
                method.equals(POST)
                        ? ONLY_GET
                                + ". If no request to this route changes data, as in a search, set methods = \"POST\""
                        : ONLY_GET);
    }
}
