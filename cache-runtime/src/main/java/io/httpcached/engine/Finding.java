package io.httpcached.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a look-up found.
 *
 * @param slot what the key holds and no eviction has made invalid, or null
 * @param generation the moment of the look-up
 * @param detail why the backend could not say what the key holds, or null if it could
 */
public record Finding(@Nullable Slot slot, Generation generation, @Nullable String detail) {}
