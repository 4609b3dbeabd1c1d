/** Caches of micronaut-cache for the results of functions, whose entries are in the stores of this module. */
@Internal
@NullMarked
package io.httpcached.server.functions;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
