/** The words of main code and documentation. */
@NullMarked
package io.httpcached.suite.words;

import org.jspecify.annotations.NullMarked;
