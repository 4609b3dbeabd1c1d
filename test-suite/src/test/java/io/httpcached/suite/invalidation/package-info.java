/**
 * Tests of invalidations that race with other requests: in any order of operations, a request that follows an
 * invalidation never receives data from before it.
 */
@NullMarked
package io.httpcached.suite.invalidation;

import org.jspecify.annotations.NullMarked;
