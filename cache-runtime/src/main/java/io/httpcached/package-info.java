/** The API of the response cache that applications call, in addition to the annotations. */
@NullMarked
package io.httpcached;

import org.jspecify.annotations.NullMarked;
