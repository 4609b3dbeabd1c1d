/** The cached and the invalidating routes of the application, resolved against the configuration at startup. */
@NullMarked
package io.httpcached.server.routing;

import org.jspecify.annotations.NullMarked;
