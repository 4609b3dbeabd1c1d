/**
 * The one pipeline: look up, decide by {@code io.httpcached.core}, run the handler once for many callers, store, invalidate. It
 * knows neither the HTTP server nor a backend; it is asynchronous throughout, and a hit in memory completes on the
 * caller's thread.
 */
@NullMarked
package io.httpcached.engine;

import org.jspecify.annotations.NullMarked;
