/** Converts entries to bytes for a remote store, and back. */
@Internal
@NullMarked
package io.httpcached.engine.codec;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
