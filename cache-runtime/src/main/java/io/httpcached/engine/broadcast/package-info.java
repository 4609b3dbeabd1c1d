/**
 * Nodes that keep their own entries in memory tell each other of invalidations, with
 * {@link io.httpcached.engine.broadcast.BroadcastEntryStore} as the entry.
 */
@Internal
@NullMarked
package io.httpcached.engine.broadcast;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
