/** Tests of what stores have in common. */
@NullMarked
package io.httpcached.store.support;

import org.jspecify.annotations.NullMarked;
