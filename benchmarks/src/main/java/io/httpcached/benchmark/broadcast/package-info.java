/** Measures the messages with which a Redis server informs many nodes of invalidations. */
@NullMarked
package io.httpcached.benchmark.broadcast;

import org.jspecify.annotations.NullMarked;
