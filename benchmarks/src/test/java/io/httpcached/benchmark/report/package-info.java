/** Whether the figures are put together rightly. */
@NullMarked
package io.httpcached.benchmark.report;

import org.jspecify.annotations.NullMarked;
