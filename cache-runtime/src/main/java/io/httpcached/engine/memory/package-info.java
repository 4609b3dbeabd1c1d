/**
 * The entry store of {@link io.httpcached.engine.CachePipeline} in the heap of this process, with
 * {@link io.httpcached.engine.memory.MemoryEntryStore} as its entry.
 */
@Internal
@NullMarked
package io.httpcached.engine.memory;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
