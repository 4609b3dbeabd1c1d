package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;

/**
 * An {@code @HttpCached} that would be without effect.
 *
 * @param what what the annotated element is, as the subject of a sentence
 * @param origin the annotated element
 */
public record Misplaced(String what, Element origin) {}
