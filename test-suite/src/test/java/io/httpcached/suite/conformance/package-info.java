/**
 * Runs the conformance cases on a real server. The files in {@code src/test/resources/conformance} describe the
 * requirements of HTTP on a cache as data, with one file for each part of the standards.
 */
@NullMarked
package io.httpcached.suite.conformance;

import org.jspecify.annotations.NullMarked;
