package io.httpcached.engine.remote;

import io.httpcached.core.RecentValues;
import io.httpcached.engine.codec.StoredEntry.EntryTag;

/**
 * Remembers until when this node has extended the life of tag versions, so that it need not do so for each entry that it writes.
 * Thread-safe.
 *
 * <p>A version that ends earlier, because the backend lost its extension, only makes entries invalid.
 */
final class ExtendedVersions {

    /** The first half of a version identifies it: no number comes twice. */
    private record Extended(long existence, long untilMillis) {}

    private final RecentValues<Extended> known = new RecentValues<>();

    /**
     * {@return whether a version lives at least until a time}
     *
     * @param version the version of a tag
     * @param millis the time, by the clock of {@link #extended}
     */
    boolean live(EntryTag version, long millis) {
        Extended found = known.get(hash(version));
        return found != null && found.existence == version.existence() && found.untilMillis >= millis;
    }

    /** Remembers that a version lives until a time. */
    void extended(EntryTag version, long untilMillis) {
        known.put(hash(version), new Extended(version.existence(), untilMillis));
    }

    private static int hash(EntryTag version) {
        return Long.hashCode(version.existence());
    }
}
