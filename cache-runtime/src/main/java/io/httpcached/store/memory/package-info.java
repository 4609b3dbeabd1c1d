/** The store in the heap of this process, bounded in bytes. */
@NullMarked
package io.httpcached.store.memory;

import org.jspecify.annotations.NullMarked;
