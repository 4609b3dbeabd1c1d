package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.TagPattern;
import io.httpcached.processor.model.TagTemplate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tags that entries of a compilation can have.
 *
 * @param patterns the tags of its cached routes
 * @param open whether a handler adds tags while it runs, so that entries can have any tag
 */
public record KnownTags(List<TagPattern> patterns, boolean open) {

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
        List<TagPattern> patterns = routes.stream()
                .flatMap(route -> route.tags().stream())
                .map(TagPattern::of)
                .distinct()
                .toList();
        return new KnownTags(patterns, routes.stream().anyMatch(CachedRoute::addsTags));
    }

    /**
     * Checks the tags that a controller invalidates.
     *
     * @param controller a controller without errors
     * @return one warning for each tag that no entry can have
     */
    public List<Problem> check(ControllerModel controller) {
        return controller.invalidations().stream().flatMap(this::check).toList();
    }

    private Stream<Problem> check(InvalidatingRoute route) {
        return route.invalidations().stream()
                .map(Invalidation::tags)
                .flatMap(List::stream)
                .filter(tag -> !isKnown(tag))
                .map(tag -> new Problem(
                        Warning.UNKNOWN_TAG,
                        route.origin(),
                        "The tag \"" + tag.text() + "\" is invalidated, but no cached route has it",
                        "The annotation would invalidate nothing",
                        "Correct the tag, or add it to the @HttpCached routes that show the changed data"));
    }

    private boolean isKnown(TagTemplate tag) {
        TagPattern invalidated = TagPattern.of(tag);
        return open || patterns.stream().anyMatch(invalidated::overlaps);
    }
}
