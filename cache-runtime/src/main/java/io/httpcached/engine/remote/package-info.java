/** Entries in a backend that all nodes share, and that may fail. */
@NullMarked
package io.httpcached.engine.remote;

import org.jspecify.annotations.NullMarked;
