/** Encodes the bodies of handler responses once, so that the same bytes can be stored and sent. */
@NullMarked
package io.httpcached.server.body;

import org.jspecify.annotations.NullMarked;
