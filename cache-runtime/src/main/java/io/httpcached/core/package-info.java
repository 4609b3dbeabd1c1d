/**
 * The HTTP cache as pure functions and values: what RFC 9111, 9110, 5861, 8246 and 9211 say about freshness, storing,
 * reuse, validation, ranges and invalidation, without I/O, clocks or a server. Every time is a parameter; nothing here is
 * mutable but builders, so everything else may be shared between threads.
 */
@NullMarked
package io.httpcached.core;

import org.jspecify.annotations.NullMarked;
