/** Opens the stores in use by name, with their codecs and the clock that determines the age of entries. */
@Internal
@NullMarked
package io.httpcached.server.store;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
