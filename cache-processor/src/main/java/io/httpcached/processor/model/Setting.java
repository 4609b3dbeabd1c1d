package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;

/**
 * The value of a member of the annotation.
 *
 * @param value the value
 * @param origin the method or the controller that sets it; the method if neither does
 * @param isExplicit whether one of them sets it, even to its default value
 * @param <T> the type of the value
 */
public record Setting<T>(T value, Element origin, boolean isExplicit) {}
