package io.httpcached.engine.codec;

import io.httpcached.engine.Entry;
import java.util.List;

/**
 * What a key of a shared backend holds.
 *
 * @param key the digest of the key, so that an answer of the backend to another question is not taken for this one
 * @param entry a response, or where to look for it
 * @param entryTags the tag versions that its tags had before the response was made
 * @param expiresAtMillis when it is of no use any more, in milliseconds since the epoch
 */
public record StoredEntry(String key, Entry entry, List<EntryTag> entryTags, long expiresAtMillis) {

    /** Copies the entryTags. */
    public StoredEntry {
        entryTags = List.copyOf(entryTags);
    }

    /**
     * The tag version of a tag.
     *
     * @param tag the tag
     * @param existence with another one, the entry is not valid
     * @param freshness with another one, it is stale
     */
    public record EntryTag(String tag, long existence, long freshness) {}
}
