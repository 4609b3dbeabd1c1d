/** Parts that several stores share: the lazily created client and the parser of durations in the configuration. */
@Internal
@NullMarked
package io.httpcached.store.support;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
