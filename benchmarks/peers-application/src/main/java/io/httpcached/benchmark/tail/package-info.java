/**
 * The load generator of {@code benchmarks/tail}. It sends requests at a given rate and measures their times from the moment at
 * which they were due, so that a slow response also counts for the requests that it delays. It runs in its own process and
 * does not use Micronaut.
 */
@NullMarked
package io.httpcached.benchmark.tail;

import org.jspecify.annotations.NullMarked;
