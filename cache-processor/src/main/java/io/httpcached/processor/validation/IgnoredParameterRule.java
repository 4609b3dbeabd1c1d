package io.httpcached.processor.validation;

import io.httpcached.annotation.ParameterPattern;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Setting;
import io.micronaut.inject.ast.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Ignored parameters are names of query parameters, for routes whose key takes the whole query. On a controller, one such route
 * suffices.
 */
final class IgnoredParameterRule {

    private IgnoredParameterRule() {}

    static Stream<Problem> check(ControllerModel controller) {
        Map<Element, Setting<List<String>>> settings = new LinkedHashMap<>();
        for (CachedRoute route : controller.routes()) {
            Setting<List<String>> setting = route.policy().setting(Member.IGNORED_PARAMETERS);
            settings.putIfAbsent(setting.origin(), setting);
        }
        return settings.values().stream()
                .filter(Setting::isExplicit)
                .flatMap(setting -> Stream.concat(
                        setting.value().stream().flatMap(pattern -> checkPattern(pattern, setting.origin())),
                        checkEffect(setting, controller)));
    }

    private static Stream<Problem> checkPattern(String pattern, Element origin) {
        return ParameterPattern.isValid(pattern)
                ? Stream.empty()
                : Stream.of(new Problem(
                        origin,
                        "@HttpCached(ignoredParameters = \"" + pattern + "\") is not the name of a query parameter",
                        pattern.equals("*")
                                ? "It would ignore the whole query"
                                : "A * is allowed at the end of a name only, and a name is not empty",
                        "Write a name such as fbclid, or the beginning of names such as utm_*"));
    }

    private static Stream<Problem> checkEffect(Setting<List<String>> setting, ControllerModel controller) {
        boolean effective = controller.routes().stream()
                .filter(route -> route.policy()
                        .setting(Member.IGNORED_PARAMETERS)
                        .origin()
                        .equals(setting.origin()))
                .anyMatch(CachedRoute::keepsWholeQuery);
        return effective
                ? Stream.empty()
                : Stream.of(new Problem(
                        setting.origin(),
                        "@HttpCached(ignoredParameters = " + display(setting.value()) + ") has no effect",
                        "The key does not take the whole query, but only the query parameters that the method declares",
                        "Remove it, or set keySource = KeySource.REQUEST_URI if the method reads the whole query"));
    }

    private static String display(List<String> patterns) {
        return patterns.isEmpty() ? "{}" : '"' + patterns.get(0) + '"';
    }
}
