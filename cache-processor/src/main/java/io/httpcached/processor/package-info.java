/** The annotation processor: reads a controller, validates what it read and writes one class, nothing else. */
@NullMarked
package io.httpcached.processor;

import org.jspecify.annotations.NullMarked;
