/**
 * The entry store of {@link io.httpcached.engine.CachePipeline} for a backend that all nodes share and that may fail, with
 * {@link io.httpcached.engine.remote.RemoteEntryStore} as its entry.
 */
@Internal
@NullMarked
package io.httpcached.engine.remote;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
