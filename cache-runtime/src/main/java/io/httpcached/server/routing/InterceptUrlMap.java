package io.httpcached.server.routing;

import io.httpcached.core.PathPattern;
import io.httpcached.core.PathTemplate;
import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.type.Argument;
import io.micronaut.core.util.PathMatcher;
import io.micronaut.http.HttpMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code micronaut.security.intercept-url-map}, as {@code InterceptUrlMapRule} of Micronaut Security applies them: the
 * first rule that matches decides, those for the method of the request before those for all methods. Immutable.
 */
final class InterceptUrlMap {

    private static final String PROPERTIES = "micronaut.security.";

    /** Access for everybody. */
    private static final Set<String> OPEN = Set.of("isAnonymous()", "permitAll()", "permitAll");

    /** Stands for a variable of a path; no rule contains this character for private use. */
    private static final String VARIABLE = "\uE000";

    private final List<Rule> rules;

    /**
     * A rule.
     *
     * @param pattern an Ant pattern, with the context path
     * @param access the roles that may access the paths
     */
    record Rule(String pattern, List<String> access) {

        boolean restricts() {
            return access.stream().noneMatch(OPEN::contains);
        }

        private boolean matchesSomePathOf(String template) {
            PathPattern paths = PathPattern.of(template);
            return templates(pattern).stream().map(PathPattern::of).anyMatch(paths::overlaps);
        }

        private boolean matchesEveryPathOf(String template) {
            return PathMatcher.ANT.matches(pattern, PathTemplate.parse(template).fill(name -> VARIABLE));
        }
    }

    private InterceptUrlMap(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads the rules.
     *
     * @param environment the configuration
     * @param contextPath the context path, which patterns do not contain unless configured otherwise
     * @return the rules; none if Micronaut Security is switched off
     */
    static InterceptUrlMap of(Environment environment, ContextPath contextPath) {
        if (!isOn(environment, "enabled")) {
            return new InterceptUrlMap(List.of());
        }
        boolean prepend = isOn(environment, "intercept-url-map-prepend-pattern-with-context-path");
        return new InterceptUrlMap(environment
                .getProperty(
                        PROPERTIES + "intercept-url-map", Argument.listOf(Argument.mapOf(String.class, Object.class)))
                .orElse(List.of())
                .stream()
                .map(InterceptUrlMap::hyphenated)
                .filter(entry -> entry.containsKey("pattern") && mayBeGet(entry.get("http-method")))
                .sorted(Comparator.comparing(entry -> !entry.containsKey("http-method")))
                .map(entry -> rule(entry, prepend ? contextPath : null))
                .toList());
    }

    /**
     * Returns the rule that restricts a path.
     *
     * @param template the URI template of a route for GET, with the context path
     * @return the first rule that restricts some path of the route, or null if there is none
     */
    @Nullable
    Rule restricting(String template) {
        for (Rule rule : rules) {
            if (rule.restricts() && rule.matchesSomePathOf(template)) {
                return rule;
            }
            if (!rule.restricts() && rule.matchesEveryPathOf(template)) {
                return null;
            }
        }
        return null;
    }

    private static boolean isOn(Environment environment, String property) {
        return environment.getProperty(PROPERTIES + property, Boolean.class).orElse(true);
    }

    private static boolean mayBeGet(@Nullable Object method) {
        return method == null || method.toString().equalsIgnoreCase(HttpMethod.GET.name());
    }

    private static Rule rule(Map<String, Object> entry, @Nullable ContextPath contextPath) {
        String pattern = String.valueOf(entry.get("pattern"));
        return new Rule(contextPath == null ? pattern : contextPath.prepend(pattern), texts(entry.get("access")));
    }

    private static Map<String, Object> hyphenated(Map<String, Object> entry) {
        Map<String, Object> hyphenated = new HashMap<>();
        entry.forEach((name, value) -> hyphenated.put(StringConvention.HYPHENATED.format(name), value));
        return hyphenated;
    }

    private static List<String> texts(@Nullable Object access) {
        if (access instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return access == null ? List.of() : List.of(access.toString().split("\\s*,\\s*", -1));
    }

    /** The URI templates that together match the paths of an Ant pattern. */
    private static List<String> templates(String pattern) {
        List<String> templates = List.of("");
        for (String segment : pattern.split("/", -1)) {
            if (segment.isEmpty()) {
                continue;
            }
            List<String> ends = segment.equals("**") ? List.of("", "/{+path}") : segments(segment);
            templates = templates.stream()
                    .flatMap(template -> ends.stream().map(template::concat))
                    .toList();
        }
        return templates;
    }

    /** A {@code *} beside other characters may stand for none. */
    private static List<String> segments(String segment) {
        if (segment.equals("*")) {
            return List.of("/{segment}");
        }
        List<String> segments = List.of("/");
        for (int i = 0; i < segment.length(); i++) {
            List<String> nexts = new ArrayList<>();
            char character = segment.charAt(i);
            for (String each : segments) {
                if (character == '*') {
                    nexts.add(each);
                }
                nexts.add(each + (character == '*' || character == '?' ? "{text}" : character));
            }
            segments = nexts;
        }
        return segments;
    }
}
