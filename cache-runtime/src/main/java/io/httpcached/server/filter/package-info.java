/** The server filters: the path of a request through the cache. */
@NullMarked
package io.httpcached.server.filter;

import org.jspecify.annotations.NullMarked;
