package io.httpcached.processor.writing;

import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import java.util.List;

/**
 * An invalidation with the names of what is generated for it.
 *
 * @param invalidation the invalidation
 * @param name the name that its methods begin with
 */
record NamedInvalidation(Invalidation invalidation, String name) {

    /** Names the invalidations of a method; all but the first are numbered. */
    static List<NamedInvalidation> of(InvalidatingRoute route, Names names) {
        return route.invalidations().stream()
                .map(invalidation -> new NamedInvalidation(invalidation, names.take(route.method() + "Invalidated")))
                .toList();
    }

    String tagMethod() {
        return name + "Tags";
    }

    String pathMethod() {
        return name + "Paths";
    }

    boolean hasTags() {
        return !invalidation.tags().isEmpty();
    }

    boolean hasPaths() {
        return !invalidation.paths().isEmpty();
    }
}
