/** What all rounds found, as figures, as a table and against the aims. */
@NullMarked
package io.httpcached.benchmark.report;

import org.jspecify.annotations.NullMarked;
