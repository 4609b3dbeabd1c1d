/** Backends against real servers, and how these are found, started, killed and brought back. */
@NullMarked
package io.httpcached.suite.backend;

import org.jspecify.annotations.NullMarked;
