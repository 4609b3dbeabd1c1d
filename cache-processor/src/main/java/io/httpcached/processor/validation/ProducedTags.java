package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.TagPattern;
import io.httpcached.processor.model.TagTemplate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tags that the entries of a compilation can carry.
 *
 * @param patterns what the annotations of its cached routes produce
 * @param open whether a handler adds others while it runs, so that any tag may be produced
 */
public record ProducedTags(List<TagPattern> patterns, boolean open) {

    /**
     * Collects the tags.
     *
     * @param controllers all controllers of the compilation
     * @return what their cached routes produce
     */
    public static ProducedTags of(Collection<CachedController> controllers) {
        List<CachedRoute> routes = controllers.stream()
                .flatMap(controller -> controller.routes().stream())
                .toList();
        List<TagPattern> patterns = routes.stream()
                .flatMap(route -> route.policy().tags().value().stream())
                .map(TagPattern::of)
                .distinct()
                .toList();
        return new ProducedTags(patterns, routes.stream().anyMatch(CachedRoute::addsTags));
    }

    /**
     * Judges what a controller invalidates.
     *
     * @param controller a controller that breaks no rule
     * @return one finding for each tag that no cached route produces
     */
    public List<Finding> check(CachedController controller) {
        return controller.invalidations().stream().flatMap(this::check).toList();
    }

    private Stream<Finding> check(InvalidatingRoute route) {
        return route.invalidations().stream()
                .map(Invalidation::tags)
                .flatMap(List::stream)
                .filter(tag -> !mayProduce(tag))
                .map(tag -> new Finding(
                        Warning.UNPRODUCED_TAG,
                        route.origin(),
                        "The tag \"" + tag.text() + "\" is invalidated, and no cached route produces it",
                        "Nothing would be invalidated by it",
                        "Add it to the tags of the @HttpCached routes that show the data, correct it"));
    }

    private boolean mayProduce(TagTemplate tag) {
        TagPattern invalidated = TagPattern.of(tag);
        return open || patterns.stream().anyMatch(invalidated::overlaps);
    }
}
