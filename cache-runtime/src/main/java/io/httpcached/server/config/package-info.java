/** The configuration properties under {@code http-cache} and the parsing of their values. */
@NullMarked
package io.httpcached.server.config;

import org.jspecify.annotations.NullMarked;
