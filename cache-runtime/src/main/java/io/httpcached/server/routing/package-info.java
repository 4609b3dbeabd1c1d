/** The cached and the invalidating routes of the application, resolved against the configuration at startup. */
@Internal
@NullMarked
package io.httpcached.server.routing;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
