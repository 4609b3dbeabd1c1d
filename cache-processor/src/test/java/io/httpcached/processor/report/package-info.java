/** Tests of the report of a build. */
@NullMarked
package io.httpcached.processor.report;

import org.jspecify.annotations.NullMarked;
