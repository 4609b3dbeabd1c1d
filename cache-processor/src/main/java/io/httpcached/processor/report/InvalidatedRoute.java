package io.httpcached.processor.report;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.PathPattern;
import io.httpcached.processor.model.TagPattern;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * By what the entries of a cached route can be invalidated.
 *
 * @param tags the tags that it declares
 * @param addsTags whether its handler adds others while it runs
 * @param paths its paths
 * @param namespace its namespace; empty if it declares none
 */
record InvalidatedRoute(List<TagPattern> tags, boolean addsTags, List<PathPattern> paths, String namespace) {

    static InvalidatedRoute of(CachedRoute route) {
        return new InvalidatedRoute(
                route.policy().tags().value().stream().map(TagPattern::of).toList(),
                route.addsTags(),
                route.uris().paths(),
                route.policy().namespace().value());
    }

    /** {@return those that invalidate any of its entries, and by what} */
    List<Invalidator> invalidators(List<InvalidationSource> candidates) {
        return candidates.stream()
                .map(this::invalidator)
                .filter(invalidator -> !invalidator.isIdle())
                .toList();
    }

    private Invalidator invalidator(InvalidationSource route) {
        Predicate<TagPattern> declared = invalidated -> tags.stream().anyMatch(invalidated::overlaps);
        return new Invalidator(
                route.name(),
                matching(route.tags(), declared),
                addsTags ? matching(route.tags(), declared.negate()) : List.of(),
                matching(route.paths(), this::mayBeAskedFor),
                route.namespaces().contains(namespace) ? namespace : "",
                route.ownPaths().stream().anyMatch(this::mayBeAskedFor));
    }

    private boolean mayBeAskedFor(PathPattern path) {
        return paths.stream().anyMatch(path::overlaps);
    }

    private static <T> List<String> matching(Map<String, T> patterns, Predicate<T> condition) {
        return patterns.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
