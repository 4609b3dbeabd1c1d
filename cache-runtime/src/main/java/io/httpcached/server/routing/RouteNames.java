package io.httpcached.server.routing;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Tags;
import io.httpcached.server.interceptor.ControllerMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The names of the entries of one route that are the same for all of them.
 *
 * @param entryTags the tags that each entry has beside its path and the declared tags
 * @param routeTags the tags by which all entries of the route are invalidated
 */
record RouteNames(List<String> entryTags, List<String> routeTags) {

    private static final int HASH_CHARACTERS = 8;

    /**
     * Names the entries of a route. If its paths have no variables, all entries have the tags of these paths, and need no tag of
     * the route, whose version each lookup in a backend would have to read.
     *
     * @param namespace the namespace of the route, or an empty text
     * @param method its method
     * @param paths its paths
     */
    static RouteNames of(String namespace, ControllerMethod method, Collection<RoutePath> paths) {
        List<String> tags = new ArrayList<>(List.of(Tags.ALL));
        if (!namespace.isEmpty()) {
            tags.add(Tags.namespace(namespace));
        }
        List<String> constant = paths.stream()
                .map(RoutePath::constant)
                .filter(Objects::nonNull)
                .map(Tags::path)
                .toList();
        if (!paths.isEmpty() && constant.size() == paths.size()) {
            return new RouteNames(
                    List.copyOf(tags), constant.stream().distinct().toList());
        }
        String route = Tags.route(name(namespace, method));
        tags.add(route);
        return new RouteNames(List.copyOf(tags), List.of(route));
    }

    /** A short name, because each entry in a backend contains it. Two routes with one name are invalidated together. */
    private static String name(String namespace, ControllerMethod method) {
        String whole = method.parameterTypes().stream()
                .map(Class::getName)
                .collect(Collectors.joining(",", namespace + ' ' + method + '(', ")"));
        return method.controller().getSimpleName()
                + '.'
                + method.name()
                + '-'
                + CacheKey.of(whole).digest().substring(0, HASH_CHARACTERS);
    }
}
