/**
 * Reads and renders the HTTP fields that are structured fields (RFC 9651): {@code Cache-Groups}, targeted cache control and
 * {@code Cache-Status}.
 */
@Internal
@NullMarked
package io.httpcached.engine.fields;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
