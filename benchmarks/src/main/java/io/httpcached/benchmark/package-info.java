/** Runs all benchmarks and shows the results in one table. */
@NullMarked
package io.httpcached.benchmark;

import org.jspecify.annotations.NullMarked;
