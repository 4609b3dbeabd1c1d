/** The store for Memcached servers. It uses the folsom client. */
@Internal
@NullMarked
package io.httpcached.store.memcached;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
