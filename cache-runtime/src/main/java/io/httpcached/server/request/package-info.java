/** Presents the server's requests to the cache, and rewrites them for handlers and background refreshes. */
@Internal
@NullMarked
package io.httpcached.server.request;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
