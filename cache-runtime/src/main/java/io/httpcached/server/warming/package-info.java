/** Stores responses before clients ask for them: at startup, after all entries were invalidated, and on demand. */
@Internal
@NullMarked
package io.httpcached.server.warming;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
