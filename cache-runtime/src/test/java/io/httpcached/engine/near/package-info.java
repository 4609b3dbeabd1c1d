/** Tests of near copies. */
@NullMarked
package io.httpcached.engine.near;

import org.jspecify.annotations.NullMarked;
