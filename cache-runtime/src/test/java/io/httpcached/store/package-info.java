/** Tests of what stores have in common. */
@NullMarked
package io.httpcached.store;

import org.jspecify.annotations.NullMarked;
