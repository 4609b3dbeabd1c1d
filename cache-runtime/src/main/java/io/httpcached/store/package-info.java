/**
 * The interface that stores implement. It knows nothing of HTTP: a store holds values under keys until their time to live
 * ends.
 */
@NullMarked
package io.httpcached.store;

import org.jspecify.annotations.NullMarked;
