/**
 * The conformance cases: what HTTP asks of a cache, as data, shown on a real server. The cases are the files in
 * {@code src/test/resources/conformance}, one for each part of the standards; here is what reads and runs them.
 */
@NullMarked
package io.httpcached.suite.conformance;

import org.jspecify.annotations.NullMarked;
