/** Tests of the build report. */
@NullMarked
package io.httpcached.processor.report;

import org.jspecify.annotations.NullMarked;
