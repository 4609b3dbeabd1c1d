package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;

/**
 * A member of the annotation.
 *
 * @param value its value
 * @param origin the method or the controller that sets it; the method when neither does
 * @param <T> the type of the member
 */
public record Setting<T>(T value, Element origin) {}
