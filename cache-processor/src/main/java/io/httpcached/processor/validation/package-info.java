/** The rules for annotated controllers, and the reporter of errors and warnings. */
@NullMarked
package io.httpcached.processor.validation;

import org.jspecify.annotations.NullMarked;
