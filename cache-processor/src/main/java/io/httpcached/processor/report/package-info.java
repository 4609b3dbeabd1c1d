/** The report of a build: what a compilation caches and what invalidates it, for people to read and to compare. */
@NullMarked
package io.httpcached.processor.report;

import org.jspecify.annotations.NullMarked;
