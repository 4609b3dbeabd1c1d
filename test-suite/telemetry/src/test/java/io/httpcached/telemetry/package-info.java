/** Tests of the cache in an application with metrics and traces. */
@NullMarked
package io.httpcached.telemetry;

import org.jspecify.annotations.NullMarked;
