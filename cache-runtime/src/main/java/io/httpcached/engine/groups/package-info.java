/** Groups of responses (RFC 9875), which are structured fields. */
@NullMarked
package io.httpcached.engine.groups;

import org.jspecify.annotations.NullMarked;
