/** Statistics and explanations, which applications inject and the management endpoint shows. */
@Internal
@NullMarked
package io.httpcached.server.report;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
