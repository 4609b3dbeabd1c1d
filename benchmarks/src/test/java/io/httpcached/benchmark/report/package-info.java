/** Tests that the figures are computed correctly. */
@NullMarked
package io.httpcached.benchmark.report;

import org.jspecify.annotations.NullMarked;
