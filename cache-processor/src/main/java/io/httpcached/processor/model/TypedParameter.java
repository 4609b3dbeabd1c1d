package io.httpcached.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a method of a typed cache.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may be null, which stands for a value that the request does not have
 */
public record TypedParameter(String name, TypeName type, boolean nullable) {}
