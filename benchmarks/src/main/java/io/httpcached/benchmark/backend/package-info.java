/** Compares hits on entries in a backend with a controller that reads the same bytes with the backend's own client. */
@NullMarked
package io.httpcached.benchmark.backend;

import org.jspecify.annotations.NullMarked;
