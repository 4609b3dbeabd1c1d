/** The model of a controller as immutable values, and the inference of keys from signatures. */
@NullMarked
package io.httpcached.processor.model;

import org.jspecify.annotations.NullMarked;
