/** The code of {@code docs/testing.md}, and the application that it tests. */
@NullMarked
package io.httpcached.test.documented;

import org.jspecify.annotations.NullMarked;
