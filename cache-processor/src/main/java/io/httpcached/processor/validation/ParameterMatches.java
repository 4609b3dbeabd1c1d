package io.httpcached.processor.validation;

import io.httpcached.processor.model.Binding;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Parameter;
import io.httpcached.processor.model.RouteMethod;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.UnsafeRoute;
import io.httpcached.processor.model.UriTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The parameters of an unsafe route that have the same values as those of a cached route.
 *
 * @param cached the cached route
 * @param route the unsafe route
 * @param variables the path variables of the cached route at the same place in both paths, with their names in the unsafe route
 */
record ParameterMatches(CachedRoute cached, UnsafeRoute route, Map<String, String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(?<name>\\w[^{}:*]*)(?<expression>:(?!\\?)[^{}]*)?}");

    static ParameterMatches of(CachedRoute cached, UnsafeRoute route) {
        return new ParameterMatches(cached, route, variables(cached, route));
    }

    /** {@return whether both routes have a variable at the same place in their paths, for different values} */
    static boolean differ(CachedRoute cached, UnsafeRoute route) {
        String[] segments = segments(cached);
        String[] own = segments(route);
        return IntStream.range(0, Math.min(segments.length, own.length)).anyMatch(i -> {
            Matcher variable = VARIABLE.matcher(segments[i]);
            Matcher other = VARIABLE.matcher(own[i]);
            return variable.matches() && other.matches() && !isSame(variable, cached, other, route);
        });
    }

    /**
     * {@return the parameter of the unsafe route with the value of a parameter of the cached route}
     *
     * @param name the name of the parameter of the cached route, or {@code user}
     */
    Optional<String> parameter(String name) {
        if (name.equals(Reference.USER) && cached.takesUser()) {
            return route.takesUser() ? Optional.of(name) : Optional.empty();
        }
        Optional<String> variable = find(cached, name).flatMap(ParameterMatches::variable);
        return variable.isPresent()
                ? pathVariable(variable.get())
                : find(route, name).filter(ParameterMatches::isSingle).map(Parameter::name);
    }

    /**
     * {@return the parameter of the unsafe route with the value of a path variable of the cached route}
     *
     * @param reference the variable as in the template, with its expression
     */
    Optional<String> pathVariable(String reference) {
        Matcher matcher = VARIABLE.matcher("{" + reference + "}");
        return matcher.matches() ? named(matcher.group("name")) : Optional.empty();
    }

    private Optional<String> named(String variable) {
        String own = variables.get(variable);
        if (own == null) {
            own = variables.containsValue(variable) ? "" : variable;
        }
        return route.parameterOf(own).filter(ParameterMatches::isSingle).map(Parameter::name);
    }

    private static boolean isSingle(Parameter parameter) {
        return parameter.input().binding() instanceof Binding.Value value && value.shape() != Shape.MANY;
    }

    private static Optional<String> variable(Parameter parameter) {
        return parameter.input().binding() instanceof Binding.Value value
                ? value.sources().stream()
                        .filter(source -> source.place() == Place.PATH)
                        .map(Source::name)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Parameter> find(RouteMethod route, String name) {
        return route.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** Variables have the same value if all segments before them are the same, and they have one name or one type. */
    private static Map<String, String> variables(CachedRoute cached, UnsafeRoute route) {
        String[] segments = segments(cached);
        String[] own = segments(route);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(segments.length, own.length); i++) {
            Matcher variable = VARIABLE.matcher(segments[i]);
            Matcher other = VARIABLE.matcher(own[i]);
            boolean same = variable.matches() && other.matches() && isSame(variable, cached, other, route);
            if (same) {
                variables.put(variable.group("name"), other.group("name"));
            } else if (!segments[i].equals(own[i])) {
                break;
            }
        }
        return variables;
    }

    private static boolean isSame(Matcher variable, CachedRoute cached, Matcher other, UnsafeRoute route) {
        return variable.group("name").equals(other.group("name"))
                || (Objects.equals(variable.group("expression"), other.group("expression"))
                        && accepted(cached, variable).equals(accepted(route, other)));
    }

    private static Optional<String> accepted(RouteMethod route, Matcher variable) {
        return route.parameterOf(variable.group("name")).map(Parameter::accepted);
    }

    private static String[] segments(RouteMethod route) {
        UriTemplate template = route.uris().templates().get(0);
        return template.path().split("/", -1);
    }
}
