/** Entries in Redis or what speaks its protocol, through Lettuce, on connections of our own. */
@NullMarked
package io.httpcached.store.redis;

import org.jspecify.annotations.NullMarked;
