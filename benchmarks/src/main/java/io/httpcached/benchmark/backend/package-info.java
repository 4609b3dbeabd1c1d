/** What hits cost whose entries live in a backend: against a controller that reads the same bytes from it by hand. */
@NullMarked
package io.httpcached.benchmark.backend;

import org.jspecify.annotations.NullMarked;
