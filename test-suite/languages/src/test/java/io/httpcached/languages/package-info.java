/** Tests of controllers in languages other than Java, which are compiled, started and called over HTTP. */
@NullMarked
package io.httpcached.languages;

import org.jspecify.annotations.NullMarked;
