/** Records what handlers read of a request beside its key, and decides what follows from it. */
@Internal
@NullMarked
package io.httpcached.server.reads;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
