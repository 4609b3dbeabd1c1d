package io.httpcached.engine.near;

import org.jspecify.annotations.Nullable;

/**
 * The state of the near copies of a backend's entries.
 *
 * @param usable whether copies answer lookups at present
 * @param unusableReason why they do not, or null if they do
 * @param entries the approximate number of copies
 * @param bytes the approximate size of all copies
 * @param gaps the number of times that changes may have been missed, so that all copies were given up
 */
public record NearStatistics(boolean usable, @Nullable String unusableReason, long entries, long bytes, long gaps) {}
