package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;

/**
 * An annotation on an element on which it has no effect.
 *
 * @param annotation the annotation
 * @param place the kind of the annotated element, as part of a sentence
 * @param origin the annotated element
 */
public record MisplacedAnnotation(Annotation annotation, String place, Element origin) {

    /** The annotations that are checked. */
    public enum Annotation {
        /** {@code @HttpCached}. */
        CACHED,
        /** {@code @HttpCacheInvalidate}. */
        INVALIDATE
    }
}
