package io.httpcached.engine.codec;

import io.httpcached.engine.Slot;
import java.util.List;

/**
 * What a key of a shared backend holds.
 *
 * @param slot a response, or where to look for it
 * @param stamps the generations that its tags had before the response was made
 * @param expiresAtMillis when it is of no use any more, in milliseconds since the epoch
 */
public record StoredEntry(Slot slot, List<Stamp> stamps, long expiresAtMillis) {

    /** Copies the stamps. */
    public StoredEntry {
        stamps = List.copyOf(stamps);
    }

    /**
     * The generation of a tag.
     *
     * @param tag the tag
     * @param generation its generation
     */
    public record Stamp(String tag, long generation) {}
}
