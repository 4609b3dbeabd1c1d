/** The management endpoint and the health indicator. */
@Internal
@NullMarked
package io.httpcached.server.management;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
