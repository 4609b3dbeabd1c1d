/** Tests of the exchange of invalidations. */
@NullMarked
package io.httpcached.engine.broadcast;

import org.jspecify.annotations.NullMarked;
