package io.httpcached.processor.writing;

import io.httpcached.processor.model.Eviction;
import io.httpcached.processor.model.InvalidatingRoute;
import java.util.List;

/**
 * An eviction with the names of what is generated for it.
 *
 * @param eviction the eviction
 * @param name the name that its methods begin with
 */
record NamedEviction(Eviction eviction, String name) {

    /** Names the evictions of a method; all but the first are numbered. */
    static List<NamedEviction> of(InvalidatingRoute route, Names names) {
        return route.evictions().stream()
                .map(eviction -> new NamedEviction(eviction, names.take(route.method() + "Evicted")))
                .toList();
    }

    String tagMethod() {
        return name + "Tags";
    }

    String pathMethod() {
        return name + "Paths";
    }

    boolean hasTags() {
        return !eviction.tags().isEmpty();
    }

    boolean hasPaths() {
        return !eviction.paths().isEmpty();
    }
}
