/** A client that writes and reads HTTP/1.1 as it is on the wire, so that tests see what browsers and proxies see. */
@NullMarked
package io.httpcached.suite.wire;

import org.jspecify.annotations.NullMarked;
