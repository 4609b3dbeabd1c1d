/** Targeted cache control fields (RFC 9213), which are structured fields. */
@NullMarked
package io.httpcached.engine.targeted;

import org.jspecify.annotations.NullMarked;
