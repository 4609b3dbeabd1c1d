/**
 * A client that writes and reads HTTP/1.1 messages byte by byte, so that tests see the same messages as browsers and
 * proxies.
 */
@NullMarked
package io.httpcached.suite.wire;

import org.jspecify.annotations.NullMarked;
