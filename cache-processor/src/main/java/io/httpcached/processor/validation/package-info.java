/** One small class a rule, and the report in which all findings of a compilation come together. */
@NullMarked
package io.httpcached.processor.validation;

import org.jspecify.annotations.NullMarked;
