/** Controllers in other languages than Java, compiled, started and asked over HTTP. */
@NullMarked
package io.httpcached.languages;

import org.jspecify.annotations.NullMarked;
