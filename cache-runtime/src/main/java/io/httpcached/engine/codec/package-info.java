/** How entries become bytes for a backend, and responses again. */
@NullMarked
package io.httpcached.engine.codec;

import org.jspecify.annotations.NullMarked;
