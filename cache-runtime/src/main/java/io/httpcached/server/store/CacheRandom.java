package io.httpcached.server.store;

import java.util.function.LongUnaryOperator;

/**
 * The random numbers that shorten the lifetimes of entries. It is a bean of its own, so that a test can replace it.
 *
 * @param below returns a number from 0 to its argument, exclusive; thread-safe
 */
public record CacheRandom(LongUnaryOperator below) {}
