/**
 * The only package that knows Micronaut's HTTP server: the filter, the mapping between its messages and the cache's, the
 * encoding of bodies, and the configuration.
 */
@NullMarked
package io.httpcached.server;

import org.jspecify.annotations.NullMarked;
