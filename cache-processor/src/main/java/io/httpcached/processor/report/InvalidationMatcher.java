package io.httpcached.processor.report;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.PathPattern;
import io.httpcached.processor.model.TagPattern;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the routes that may invalidate the entries of a cached route.
 *
 * @param tags the tags that the cached route declares
 * @param resultTags the tags that its handler may add while it runs
 * @param paths the paths of the cached route
 * @param namespace its namespace; empty if it declares none
 */
record InvalidationMatcher(
        List<TagPattern> tags, List<TagPattern> resultTags, List<PathPattern> paths, String namespace) {

    static InvalidationMatcher of(CachedRoute route) {
        return new InvalidationMatcher(
                route.tagPatterns(),
                route.resultTags(),
                route.paths(),
                route.policy().value(Member.NAMESPACE));
    }

    /** {@return the routes that may invalidate entries of the cached route} */
    List<InvalidatedBy> find(List<InvalidationPatterns> candidates) {
        return candidates.stream()
                .map(this::match)
                .filter(match -> !match.isEmpty())
                .toList();
    }

    private InvalidatedBy match(InvalidationPatterns route) {
        Predicate<TagPattern> declared = invalidated -> tags.stream().anyMatch(invalidated::overlaps);
        Predicate<TagPattern> added = invalidated -> resultTags.stream().anyMatch(invalidated::overlaps);
        return new InvalidatedBy(
                route.name(),
                matching(route.tags(), declared),
                matching(route.tags(), added.and(declared.negate())),
                matching(route.paths(), this::matchesPath),
                route.namespaces().contains(namespace) ? namespace : "",
                route.ownPaths().stream().anyMatch(this::matchesPath));
    }

    private boolean matchesPath(PathPattern path) {
        return paths.stream().anyMatch(path::overlaps);
    }

    private static <T> List<String> matching(Map<String, T> patterns, Predicate<T> condition) {
        return patterns.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
