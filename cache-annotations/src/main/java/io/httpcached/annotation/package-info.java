/**
 * The annotations an application writes on its controllers. They hold no behaviour: the annotation processor reads them
 * while the application compiles.
 */
@NullMarked
package io.httpcached.annotation;

import org.jspecify.annotations.NullMarked;
