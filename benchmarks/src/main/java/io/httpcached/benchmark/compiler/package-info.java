/** Compilations of generated controllers, with and without the module's annotation processor. */
@NullMarked
package io.httpcached.benchmark.compiler;

import org.jspecify.annotations.NullMarked;
