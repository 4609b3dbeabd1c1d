/** From Micronaut's element tree to the model; the only package that touches the tree. */
@NullMarked
package io.httpcached.processor.reading;

import org.jspecify.annotations.NullMarked;
