/**
 * Sends requests through the whole HTTP stack of the server within one thread, from encoded request to encoded
 * response.
 */
@NullMarked
package io.httpcached.benchmark.server;

import org.jspecify.annotations.NullMarked;
