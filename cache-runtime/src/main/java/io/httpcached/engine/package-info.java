/**
 * The path of a request through the cache, with {@link io.httpcached.engine.CachePipeline} as its entry: look up, decide by
 * {@code io.httpcached.core}, run the handler once for all equal requests, and store its response.
 *
 * <p>The package knows neither the HTTP server nor a backend. It is asynchronous throughout, and a hit in memory completes
 * on the caller's thread.
 */
@Internal
@NullMarked
package io.httpcached.engine;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
