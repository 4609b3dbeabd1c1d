/** The specifications of micronaut-cache for its caches. */
@NullMarked
package io.httpcached.cachetck;

import org.jspecify.annotations.NullMarked;
