/** Tests that the figures are computed correctly. */
@NullMarked
package io.httpcached.benchmark.compiler;

import org.jspecify.annotations.NullMarked;
