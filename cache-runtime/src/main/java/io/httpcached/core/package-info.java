/**
 * The HTTP cache as pure functions and values. It implements RFC 9111, 9110, 5861, 8246 and 9211: freshness, storing, reuse,
 * validation, ranges and invalidation. It has no I/O, no clock and no server; every time is a parameter. Only builders are
 * mutable, so everything else may be shared between threads.
 */
@Internal
@NullMarked
package io.httpcached.core;

import io.micronaut.core.annotation.Internal;
import org.jspecify.annotations.NullMarked;
