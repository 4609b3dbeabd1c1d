/**
 * Copies of a backend's entries in the heap of this process, which answer lookups without the backend as long as it has reported no
 * change of them. {@link io.httpcached.engine.near.NearEntryStore} is its entry.
 */
@Internal
@NullMarked
package io.httpcached.engine.near;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
