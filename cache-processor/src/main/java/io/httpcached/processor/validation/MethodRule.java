package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import java.util.List;
import java.util.stream.Stream;

/** Only {@code GET} is cached; {@code HEAD} is answered from what {@code GET} left (RFC 9110 §9.2.3, RFC 9111 §4). */
final class MethodRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.httpMethods().stream()
                .filter(method -> !method.equals("GET"))
                .map(method -> finding(route, method));
    }

    private static Finding finding(CachedRoute route, String method) {
        String wrong = "@HttpCached cannot cache " + method;
        if (method.equals("HEAD")) {
            return new Finding(
                    route.origin(),
                    wrong,
                    "A HEAD request is answered from the stored response of GET, and a HEAD response holds no body to"
                            + " answer GET with",
                    "Annotate the @Get method of the same URI");
        }
        if (List.of("OPTIONS", "TRACE").contains(method)) {
            return new Finding(
                    route.origin(),
                    wrong,
                    "Responses to " + method + " are not cacheable (RFC 9110 §9.3)",
                    "Remove @HttpCached, or map the method with @Get alone");
        }
        return new Finding(
                route.origin(),
                wrong,
                "The request may change something, which a stored response would leave undone (RFC 9110 §9.2.1)",
                "Remove @HttpCached, or map the method with @Get alone");
    }
}
