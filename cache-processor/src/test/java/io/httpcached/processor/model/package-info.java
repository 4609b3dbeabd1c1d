/** Tests of the parsing and the inference of the model. */
@NullMarked
package io.httpcached.processor.model;

import org.jspecify.annotations.NullMarked;
