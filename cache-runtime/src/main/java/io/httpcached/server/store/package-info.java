/** The stores in use, by name, with their codecs and the clock by which entries age. */
@NullMarked
package io.httpcached.server.store;

import org.jspecify.annotations.NullMarked;
