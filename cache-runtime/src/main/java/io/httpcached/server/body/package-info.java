/** Encodes the bodies of handler responses once, so that the same bytes can be stored and sent. */
@Internal
@NullMarked
package io.httpcached.server.body;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
