/** Tests with a real server on a socket and an injected clock. */
@NullMarked
package io.httpcached.suite.server;

import org.jspecify.annotations.NullMarked;
