/** Values in Memcached servers, by the client folsom. */
@NullMarked
package io.httpcached.store.memcached;

import org.jspecify.annotations.NullMarked;
