/** Views and variants of the server's requests: as the cache reads them, and as it passes them to handlers. */
@NullMarked
package io.httpcached.server.request;

import org.jspecify.annotations.NullMarked;
