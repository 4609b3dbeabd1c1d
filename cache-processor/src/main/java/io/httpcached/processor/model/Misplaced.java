package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;

/**
 * An annotation that would be without effect.
 *
 * @param annotation which
 * @param what what the annotated element is, as the subject of a sentence
 * @param origin the annotated element
 */
public record Misplaced(Annotation annotation, String what, Element origin) {

    /** The annotations that can stand in the wrong place. */
    public enum Annotation {
        /** {@code @HttpCached}. */
        CACHED,
        /** {@code @HttpCacheInvalidate}. */
        INVALIDATE
    }
}
