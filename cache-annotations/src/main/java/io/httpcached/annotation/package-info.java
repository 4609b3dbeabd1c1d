/**
 * The annotations for controllers, and the interfaces that annotations refer to. The annotation processor reads the
 * annotations when the application is compiled.
 */
@NullMarked
package io.httpcached.annotation;

import org.jspecify.annotations.NullMarked;
