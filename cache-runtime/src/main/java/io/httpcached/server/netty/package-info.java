/** What of the cache is particular to the Netty server. */
@NullMarked
package io.httpcached.server.netty;

import org.jspecify.annotations.NullMarked;
