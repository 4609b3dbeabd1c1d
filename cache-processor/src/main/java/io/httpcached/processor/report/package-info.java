/** The build report: the cached routes of a compilation and the routes that invalidate them, as JSON and as Markdown. */
@NullMarked
package io.httpcached.processor.report;

import org.jspecify.annotations.NullMarked;
