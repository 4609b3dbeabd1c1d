package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * Annotations of one element, its own or inherited from several sides, that each bring a policy, of which only one can
 * count.
 *
 * @param annotations their simple names, and where they are inherited from; more than one
 * @param origin the element that carries them
 */
public record Rivals(List<String> annotations, Element origin) {

    /** Copies the list. */
    public Rivals {
        annotations = List.copyOf(annotations);
    }
}
