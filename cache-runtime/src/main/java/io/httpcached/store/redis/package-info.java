/** The store for Redis and servers that speak its protocol. It uses Lettuce with its own connections. */
@Internal
@NullMarked
package io.httpcached.store.redis;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
