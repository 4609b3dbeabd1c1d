/** The results of all rounds as figures and as a table, and their comparison with the aims. */
@NullMarked
package io.httpcached.benchmark.report;

import org.jspecify.annotations.NullMarked;
