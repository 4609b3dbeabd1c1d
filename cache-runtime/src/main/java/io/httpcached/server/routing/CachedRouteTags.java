package io.httpcached.server.routing;

import io.httpcached.engine.RouteTags;
import io.httpcached.engine.Tags;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.interceptor.ControllerMethod;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the cached routes that an invalidation names. Immutable. */
@Singleton
@Requires(condition = InvalidationEnabled.class)
public final class CachedRouteTags implements RouteTags {

    private final IdentityHashMap<ResolvedRoute, Set<String>> templates;
    private final ContextPath contextPath;

    CachedRouteTags(CachedRoutes routes, ContextPath contextPath) {
        this.templates = routes.uris();
        this.contextPath = contextPath;
    }

    @Override
    public Collection<String> of(Class<?> controller, String method, List<Class<?>> parameterTypes) {
        return tags(
                name(controller, method, parameterTypes),
                (route, uris) -> isMethod(route.route().method(), controller, method, parameterTypes));
    }

    @Override
    public Collection<String> of(
            Class<?> controller, String method, List<Class<?>> parameterTypes, Map<String, @Nullable Object> values) {
        return tags(
                name(controller, method, parameterTypes),
                (route, uris) -> isMethod(route.route().method(), controller, method, parameterTypes),
                route -> ofPaths(route, values));
    }

    private static Stream<String> ofPaths(ResolvedRoute route, Map<String, @Nullable Object> values) {
        return route.paths().values().stream().flatMap(path -> {
            String text = path.textOfValues(values);
            return text == null ? route.routeTags().stream() : Stream.of(Tags.path(text));
        });
    }

    @Override
    public Collection<String> of(String route) {
        if (!route.startsWith("/")) {
            return tags(route, (each, uris) -> isNamed(each.route().method(), route));
        }
        String path = withoutQuery(route);
        String prefixed = contextPath.prepend(path);
        return tags(route, (each, uris) -> uris.stream()
                .map(CachedRouteTags::withoutQuery)
                .anyMatch(uri -> uri.equals(path) || uri.equals(prefixed)));
    }

    private Collection<String> tags(String name, BiPredicate<ResolvedRoute, Set<String>> isMeant) {
        return tags(name, isMeant, route -> route.routeTags().stream());
    }

    private Collection<String> tags(
            String name,
            BiPredicate<ResolvedRoute, Set<String>> isMeant,
            Function<ResolvedRoute, Stream<String>> tagsOf) {
        Set<String> tags = templates.entrySet().stream()
                .filter(each -> isMeant.test(each.getKey(), each.getValue()))
                .flatMap(each -> tagsOf.apply(each.getKey()))
                .collect(Collectors.toUnmodifiableSet());
        if (tags.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no cached route '" + name + "'. Cached routes: " + known() + ".");
        }
        return tags;
    }

    private String known() {
        return templates.entrySet().stream()
                .map(each -> String.join(", ", each.getValue()) + " ("
                        + simpleName(each.getKey().route().method()) + ")")
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** The controller may have inherited its method, or be named by a type that it extends. */
    private static boolean isMethod(
            ControllerMethod method, Class<?> controller, String name, List<Class<?>> parameterTypes) {
        return method.name().equals(name)
                && (method.controller().isAssignableFrom(controller)
                        || controller.isAssignableFrom(method.controller()))
                && (parameterTypes.isEmpty() || method.parameterTypes().equals(parameterTypes));
    }

    private static boolean isNamed(ControllerMethod method, String name) {
        return name.equals(method.toString()) || name.equals(simpleName(method));
    }

    private static String simpleName(ControllerMethod method) {
        return method.controller().getSimpleName() + '.' + method.name();
    }

    private static String name(Class<?> controller, String method, List<Class<?>> parameterTypes) {
        String name = controller.getName() + '.' + method;
        return parameterTypes.isEmpty() ? name : name + text(parameterTypes);
    }

    private static String text(List<Class<?>> parameterTypes) {
        return parameterTypes.stream().map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The query is an expression with the operator {@code ?} or {@code &}, behind the path. */
    private static String withoutQuery(String template) {
        int query = template.indexOf("{?");
        int more = template.indexOf("{&");
        int end = query < 0 ? more : more < 0 ? query : Math.min(query, more);
        return end < 0 ? template : template.substring(0, end);
    }
}
