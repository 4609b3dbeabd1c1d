/** Tests of how stores are opened. */
@NullMarked
package io.httpcached.server.store;

import org.jspecify.annotations.NullMarked;
