/** The model's own grammar and inference. */
@NullMarked
package io.httpcached.processor.model;

import org.jspecify.annotations.NullMarked;
