/** From the model to Java source. */
@NullMarked
package io.httpcached.processor.writing;

import org.jspecify.annotations.NullMarked;
