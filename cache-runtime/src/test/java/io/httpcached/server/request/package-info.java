/** Rewritten requests. */
@NullMarked
package io.httpcached.server.request;

import org.jspecify.annotations.NullMarked;
