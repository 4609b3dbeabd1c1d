package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.UnsafeRoute;
import io.httpcached.processor.model.UriTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names by which an unsafe route can invalidate the entries of a cached route, with references to its own parameters.
 *
 * @param tags the tags of the cached route for which the unsafe route has all values
 * @param paths the paths of the cached route that it does not invalidate anyway; empty if it lacks a value for one of them
 */
record TranslatedNames(List<String> tags, List<String> paths) {

    /**
     * Translates the names of a cached route.
     *
     * @param cached the cached route
     * @param route the unsafe route
     */
    static TranslatedNames of(CachedRoute cached, UnsafeRoute route) {
        ParameterMatches matches = ParameterMatches.of(cached, route);
        List<Optional<String>> paths = cached.uris().templates().stream()
                .filter(template -> !route.uris().templates().stream().allMatch(template::sharesPathsWith))
                .map(template -> path(template, matches))
                .toList();
        boolean complete = paths.stream().allMatch(Optional::isPresent);
        return new TranslatedNames(
                cached.tags().stream()
                        .flatMap(tag -> fill(tag, matches::parameter).stream())
                        .toList(),
                complete ? paths.stream().flatMap(Optional::stream).toList() : List.of());
    }

    /** {@return the tag to invalidate by; empty if the paths name fewer entries than each tag} */
    Optional<String> preferredTag() {
        Optional<String> specific =
                tags.stream().filter(TranslatedNames::isSpecific).findFirst();
        return specific.isPresent() || paths.stream().anyMatch(TranslatedNames::isSpecific)
                ? specific
                : tags.stream().findFirst();
    }

    private static boolean isSpecific(String name) {
        return name.contains("{");
    }

    private static Optional<String> path(UriTemplate template, ParameterMatches matches) {
        return template.placeholder()
                ? Optional.empty()
                : fill(TagTemplate.parse(template.path()), matches::pathVariable);
    }

    private static Optional<String> fill(TagTemplate template, Function<String, Optional<String>> references) {
        StringBuilder text = new StringBuilder();
        for (TagTemplate.Segment segment : template.segments()) {
            if (segment instanceof TagTemplate.Text literal) {
                text.append(literal.text());
            } else {
                Optional<String> reference =
                        segment instanceof Reference old ? references.apply(old.name()) : Optional.empty();
                if (reference.isEmpty()) {
                    return Optional.empty();
                }
                text.append('{').append(reference.get()).append('}');
            }
        }
        return Optional.of(text.toString());
    }
}
