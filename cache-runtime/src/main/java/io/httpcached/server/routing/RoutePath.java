package io.httpcached.server.routing;

import io.httpcached.core.CanonicalText;
import io.httpcached.core.PathTemplate;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RouteArguments;
import io.httpcached.server.interceptor.RouteVariable;
import io.micronaut.core.type.Argument;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paths of a cached route. All spellings of a path whose variables have equal values have one text, which is that of the
 * canonical spelling, decoded. Immutable.
 */
public final class RoutePath {

    private final PathTemplate template;
    private final Map<String, RouteVariable> variables;
    private final RouteArguments arguments;
    private final Map<String, Argument<?>> bound;

    RoutePath(UriRouteInfo<?, ?> route, List<RouteVariable> variables, RequestResolvers resolvers) {
        this.template = PathTemplate.parse(route.getUriMatchTemplate().toString());
        this.variables = variables.stream().collect(Collectors.toMap(RouteVariable::name, Function.identity()));
        this.arguments = RouteArguments.of(route, resolvers);
        this.bound = arguments.of(variables);
    }

    /** {@return the text of the path, or null if the path has variables} */
    @Nullable
    String constant() {
        return template.hasVariables() ? null : text(Map.of());
    }

    /**
     * Returns the text of a path.
     *
     * @param values the decoded path variables, by name
     * @return the text
     */
    String text(Map<String, Object> values) {
        return template.fill(name -> text(name, values.get(name)));
    }

    /**
     * Returns the text of a path by typed values.
     *
     * @param values the value of each variable, as the server binds it or as a decoded text; null if the path omits it
     * @return the text; null if the values do not determine it
     */
    @Nullable
    String textOfValues(Map<String, @Nullable Object> values) {
        boolean determined = template.variables().stream()
                .allMatch(name -> values.containsKey(name) && !isIdentity(values.get(name)));
        return determined ? template.fill(name -> textOfValue(name, values.get(name))) : null;
    }

    private @Nullable String textOfValue(String name, @Nullable Object value) {
        return value == null || value instanceof CharSequence ? text(name, value) : CanonicalText.of(value);
    }

    private static boolean isIdentity(@Nullable Object value) {
        return value != null && CanonicalText.isIdentity(value);
    }

    private @Nullable String text(String name, @Nullable Object value) {
        RouteVariable variable = variables.get(name);
        String text = value == null ? null : value.toString();
        if (variable == null) {
            return text;
        }
        String present = text == null ? variable.defaultValue() : text;
        Argument<?> argument = bound.get(name);
        return present == null || argument == null ? present : arguments.text(argument, present);
    }
}
