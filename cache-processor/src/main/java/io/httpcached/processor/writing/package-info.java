/** Writes the Java source of the interceptors. */
@NullMarked
package io.httpcached.processor.writing;

import org.jspecify.annotations.NullMarked;
