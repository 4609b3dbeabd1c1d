package io.httpcached.engine.codec;

import io.httpcached.engine.Slot;
import java.util.List;

/**
 * What a key of a shared backend holds.
 *
 * @param key the digest of the key, so that an answer of the backend to another question is not taken for this one
 * @param slot a response, or where to look for it
 * @param stamps the generations that its tags had before the response was made
 * @param expiresAtMillis when it is of no use any more, in milliseconds since the epoch
 */
public record StoredEntry(String key, Slot slot, List<Stamp> stamps, long expiresAtMillis) {

    /** Copies the stamps. */
    public StoredEntry {
        stamps = List.copyOf(stamps);
    }

    /**
     * The generation of a tag.
     *
     * @param tag the tag
     * @param existence with another one, the entry is not valid
     * @param freshness with another one, it is stale
     */
    public record Stamp(String tag, long existence, long freshness) {}
}
