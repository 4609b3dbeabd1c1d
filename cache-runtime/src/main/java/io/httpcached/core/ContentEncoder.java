package io.httpcached.core;

import java.util.function.UnaryOperator;

/**
 * Applies a content coding to bodies.
 *
 * @param coding the coding
 * @param encode compresses a body; thread-safe
 */
public record ContentEncoder(Coding coding, UnaryOperator<byte[]> encode) {}
