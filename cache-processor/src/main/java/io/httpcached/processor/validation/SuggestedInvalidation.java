package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.UnsafeRoute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The invalidation that an unsafe route probably needs: the tags or paths of cached routes, with its own parameters.
 *
 * @param tags the tags of its annotation
 * @param paths the paths of its annotation
 * @param untagged the cached routes that need a new tag, because the unsafe route lacks values for their tags and paths
 * @param newTag the new tag; empty if none is needed
 */
record SuggestedInvalidation(List<String> tags, List<String> paths, List<CachedRoute> untagged, String newTag) {

    /** The largest number of routes for which one annotation names each path; more routes are better off with a common tag. */
    private static final int MOST_ROUTES = 6;

    /**
     * Returns the invalidation of some cached routes.
     *
     * @param route the unsafe route
     * @param cached the cached routes; at least one
     */
    static SuggestedInvalidation of(UnsafeRoute route, List<CachedRoute> cached) {
        if (cached.size() > MOST_ROUTES) {
            String common = newTag(cached);
            return new SuggestedInvalidation(List.of(common), List.of(), cached, common);
        }
        Set<String> tags = new LinkedHashSet<>();
        Set<String> paths = new LinkedHashSet<>();
        List<CachedRoute> untagged = new ArrayList<>();
        for (CachedRoute target : cached) {
            TranslatedNames names = TranslatedNames.of(target, route);
            if (names.tags().stream().noneMatch(tags::contains)) {
                Optional<String> tag = names.preferredTag();
                tag.ifPresent(tags::add);
                if (tag.isEmpty()) {
                    paths.addAll(names.paths());
                }
                if (tag.isEmpty() && names.paths().isEmpty()) {
                    untagged.add(target);
                }
            }
        }
        String newTag = untagged.isEmpty() ? "" : newTag(untagged);
        if (!newTag.isEmpty()) {
            tags.add(newTag);
        }
        return new SuggestedInvalidation(List.copyOf(tags), List.copyOf(paths), List.copyOf(untagged), newTag);
    }

    /** {@return whether it depends on the paths of the controller} */
    boolean dependsOnPaths() {
        return !paths.isEmpty() || !newTag.isEmpty();
    }

    /** {@return the annotation, as source code} */
    String annotation() {
        return Stream.of(member("tags", tags), member("paths", paths))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", "@HttpCacheInvalidate(", ")"));
    }

    private static Optional<String> member(String name, Collection<String> values) {
        String list = values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " = " + (values.size() > 1 ? "{" + list + "}" : list));
    }

    /** Returns the last literal segment that the paths have in common, such as {@code products}, or the name of a method. */
    private static String newTag(List<CachedRoute> routes) {
        List<String> common = new ArrayList<>(literals(routes.get(0)));
        for (CachedRoute route : routes) {
            List<String> literals = literals(route);
            while (!literals.subList(0, Math.min(common.size(), literals.size()))
                    .equals(common)) {
                common.remove(common.size() - 1);
            }
        }
        String last = common.isEmpty() ? "" : common.get(common.size() - 1);
        return last.isEmpty() ? routes.get(0).method() : last;
    }

    /** Returns the segments of the path before its first variable. */
    private static List<String> literals(CachedRoute route) {
        String path = route.uris().templates().get(0).path().replaceFirst("[^/]*[{$#].*", "");
        return List.of(path.replaceAll("/+$", "").split("/", -1));
    }
}
