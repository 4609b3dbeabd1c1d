/** Integrates the cache with the Netty server. */
@Internal
@NullMarked
package io.httpcached.server.netty;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
