/** Runs all benchmarks and shows what they found in one table. */
@NullMarked
package io.httpcached.benchmark;

import org.jspecify.annotations.NullMarked;
