/**
 * The test kit: defaults, a clock and assertions for the tests of applications that use the cache. Add it with the scope
 * {@code test}.
 */
@NullMarked
package io.httpcached.test;

import org.jspecify.annotations.NullMarked;
