/** The configuration properties under {@code http-cache} and the parsing of their values. */
@Internal
@NullMarked
package io.httpcached.server.config;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
