/** Scenarios over a real server on a socket, with an injected clock. */
@NullMarked
package io.httpcached.suite.server;

import org.jspecify.annotations.NullMarked;
