/** Tests of how routes are resolved that need no server. */
@NullMarked
package io.httpcached.server.routing;

import org.jspecify.annotations.NullMarked;
