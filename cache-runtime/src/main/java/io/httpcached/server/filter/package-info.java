/**
 * The server filters: lookup, handler response and invalidation. {@code HttpCacheFilter} shows the path of a request
 * through the cache.
 */
@Internal
@NullMarked
package io.httpcached.server.filter;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
