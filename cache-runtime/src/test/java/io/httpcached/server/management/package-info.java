/** Tests of what Micronaut's management shows of the cache. */
@NullMarked
package io.httpcached.server.management;

import org.jspecify.annotations.NullMarked;
