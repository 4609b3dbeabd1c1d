/** Tests that the benchmarks measure requests of the stated kind. */
@NullMarked
package io.httpcached.benchmark.server;

import org.jspecify.annotations.NullMarked;
