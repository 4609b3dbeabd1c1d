/** Whether the benchmarks measure what they say. */
@NullMarked
package io.httpcached.benchmark.server;

import org.jspecify.annotations.NullMarked;
