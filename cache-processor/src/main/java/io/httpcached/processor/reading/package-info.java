/** Reads the model from Micronaut's element tree; the only package that uses the tree. */
@NullMarked
package io.httpcached.processor.reading;

import org.jspecify.annotations.NullMarked;
