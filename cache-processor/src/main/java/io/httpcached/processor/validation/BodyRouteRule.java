package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The members for routes with a body in their key are set on such routes, and the others have an effect there. */
final class BodyRouteRule {

    private static final List<Member<String>> OF_BACKGROUND =
            List.of(Member.STALE_WHILE_REVALIDATE, Member.STALE_IF_ERROR, Member.STALE_AFTER, Member.REFRESH_AHEAD);

    private BodyRouteRule() {}

    static Stream<Problem> check(CachedRoute route) {
        List<Problem> problems = new ArrayList<>();
        Setting<List<String>> methods = route.policy().setting(Member.METHODS);
        if (!methods.value().isEmpty()) {
            checkMethods(route, methods, problems);
        }
        if (!route.keysBody() && route.policy().isSet(Member.BODY_KEY)) {
            problems.add(new Problem(
                    route.policy().setting(Member.BODY_KEY).origin(),
                    "@HttpCached(bodyKey) has no effect on " + route.method(),
                    "The key of a GET route contains no body",
                    "Remove bodyKey"));
        }
        if (route.keysBody()) {
            checkBodyRoute(route, problems);
        }
        return problems.stream();
    }

    private static void checkMethods(CachedRoute route, Setting<List<String>> methods, List<Problem> problems) {
        if (!methods.origin().equals(route.origin())) {
            problems.add(new Problem(
                    methods.origin(),
                    "@HttpCached(methods) is set on a controller",
                    "Each route for POST must say itself that its requests change no data",
                    "Set methods on the methods"));
        } else if (!methods.value().equals(List.of("POST"))) {
            problems.add(new Problem(
                    methods.origin(),
                    "@HttpCached(methods = " + methods.value() + ") is not supported",
                    "GET and QUERY are safe and need no statement, and no other unsafe method is cacheable (RFC 9110 §9.2.3)",
                    "Use methods = \"POST\", or remove methods"));
        } else if (!route.httpMethods().contains("POST")) {
            problems.add(new Problem(
                    methods.origin(),
                    "@HttpCached(methods = \"POST\") has no effect on " + route.method(),
                    "The method is mapped to " + String.join(" and ", route.httpMethods()),
                    "Remove methods, or map the method with @Post"));
        }
    }

    private static void checkBodyRoute(CachedRoute route, List<Problem> problems) {
        if (route.httpMethods().size() > 1) {
            problems.add(new Problem(
                    route.origin(),
                    "@HttpCached cannot cache " + String.join(" and ", route.httpMethods()) + " of one method",
                    "The key of a route for QUERY or POST contains the body, and that of a route for GET does not",
                    "Write a method for each of them"));
        }
        OF_BACKGROUND.stream()
                .filter(route.policy()::isSet)
                .map(member -> new Problem(
                        route.policy().setting(member).origin(),
                        "@HttpCached(" + member.name() + ") has no effect on " + route.method(),
                        "It needs a run in the background, when the body of the request is gone",
                        "Remove " + member.name() + " from the method, or from its controller"))
                .forEach(problems::add);
    }
}
