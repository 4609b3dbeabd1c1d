/** The processor as an application meets it: beside Micronaut's own processors, in javac. */
@NullMarked
package io.httpcached.processor;

import org.jspecify.annotations.NullMarked;
