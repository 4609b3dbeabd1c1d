/** The compatibility tests of {@link io.httpcached.store.CacheStore}, which the authors of a store extend. */
@NullMarked
package io.httpcached.store.tck;

import org.jspecify.annotations.NullMarked;
