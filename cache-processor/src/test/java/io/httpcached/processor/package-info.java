/** Tests of the processor in javac, together with Micronaut's own processors, as in the build of an application. */
@NullMarked
package io.httpcached.processor;

import org.jspecify.annotations.NullMarked;
