package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * Several annotations of one element, declared or inherited, of which each sets a policy.
 *
 * @param annotations their simple names, with the types they are inherited from; at least two
 * @param origin the annotated element
 */
public record ConflictingPolicies(List<String> annotations, Element origin) {

    /** Copies the list. */
    public ConflictingPolicies {
        annotations = List.copyOf(annotations);
    }
}
