package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.TagPattern;
import io.httpcached.processor.model.TagTemplate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tags that entries of a compilation have, as far as its cached routes declare them.
 *
 * @param patterns the tags and the result tags that the cached routes declare
 * @param undeclared the methods that add tags while they run, and do not declare them
 */
public record KnownTags(List<TagPattern> patterns, List<String> undeclared) {

    /**
     * Collects the tags of a compilation.
     *
     * @param controllers all controllers of the compilation
     * @return the tags of their cached routes
     */
    public static KnownTags of(Collection<ControllerModel> controllers) {
        List<CachedRoute> routes = controllers.stream()
                .flatMap(controller -> controller.routes().stream())
                .toList();
        return new KnownTags(
                routes.stream().flatMap(KnownTags::declared).distinct().toList(),
                controllers.stream().flatMap(KnownTags::undeclared).sorted().toList());
    }

    private static Stream<TagPattern> declared(CachedRoute route) {
        return Stream.concat(
                route.tagPatterns().stream(),
                route.policy().value(Member.RESULT_TAGS).stream().map(TagPattern::ofWildcards));
    }

    private static Stream<String> undeclared(ControllerModel controller) {
        return controller.routes().stream()
                .filter(route -> route.addsTags() && !route.policy().isSet(Member.RESULT_TAGS))
                .map(route -> controller.type().simpleName() + "." + route.method());
    }

    /**
     * Checks the tags that a controller invalidates.
     *
     * @param controller a controller without errors
     * @return one warning for each tag that no cached route declares
     */
    public List<Problem> check(ControllerModel controller) {
        return controller.invalidations().stream().flatMap(this::check).toList();
    }

    private Stream<Problem> check(InvalidatingRoute route) {
        return route.invalidations().stream()
                .map(Invalidation::tags)
                .flatMap(List::stream)
                .filter(tag -> !isKnown(TagPattern.of(tag, route::acceptedAsParameter)))
                .map(tag -> new Problem(
                        Warning.UNKNOWN_TAG,
                        route.origin(),
                        "The tag \"" + tag.text() + "\" is invalidated, but no cached route declares it",
                        "The annotation would invalidate nothing" + exception(),
                        advice(tag)));
    }

    private boolean isKnown(TagPattern invalidated) {
        return patterns.stream().anyMatch(invalidated::overlaps);
    }

    private String exception() {
        return undeclared.isEmpty()
                ? ""
                : ", unless the handler of " + String.join(" or ", undeclared) + " adds the tag with CacheTags";
    }

    private String advice(TagTemplate tag) {
        String nearest = NearestTag.find(tag, patterns)
                .map(text -> "Did you mean \"" + text + "\"? ")
                .orElse("");
        String resultTags = undeclared.isEmpty()
                ? ""
                : "; for a tag that the handler adds, write resultTags = \""
                        + tag.text().replaceAll("\\{[^{}]*}", "*") + "\"";
        return nearest + "Correct the tag, or add it to the @HttpCached routes that show the changed data" + resultTags;
    }
}
