/** Publishes the statistics of the cache as meters of Micrometer. */
@NullMarked
@Internal
package io.httpcached.server.metrics;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
