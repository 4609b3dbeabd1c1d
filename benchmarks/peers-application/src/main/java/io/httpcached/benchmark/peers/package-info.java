/**
 * The application that {@code benchmarks/peers} measures behind other caches, with its own cache, and without a cache, and
 * {@code benchmarks/tail} with its own cache and without one. All routes return the same products.
 */
@NullMarked
package io.httpcached.benchmark.peers;

import org.jspecify.annotations.NullMarked;
