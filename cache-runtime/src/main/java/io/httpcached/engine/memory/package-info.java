/** Entries in the heap of this process. */
@NullMarked
package io.httpcached.engine.memory;

import org.jspecify.annotations.NullMarked;
