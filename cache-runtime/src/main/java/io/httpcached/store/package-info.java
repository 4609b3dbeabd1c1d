/** Where entries live. Nothing here knows HTTP: a store holds values under keys for a time. */
@NullMarked
package io.httpcached.store;

import org.jspecify.annotations.NullMarked;
