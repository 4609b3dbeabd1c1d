/** What is known of a controller, as values; everything derived from a signature is derived here. */
@NullMarked
package io.httpcached.processor.model;

import org.jspecify.annotations.NullMarked;
