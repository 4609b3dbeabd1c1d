/** HTTP fields that are structured fields (RFC 9651): {@code Cache-Groups}, targeted cache control and {@code Cache-Status}. */
@NullMarked
package io.httpcached.engine.fields;

import org.jspecify.annotations.NullMarked;
