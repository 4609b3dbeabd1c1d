/** The annotation processor: reads each controller, validates it and writes its interceptor and the build report. */
@NullMarked
package io.httpcached.processor;

import org.jspecify.annotations.NullMarked;
