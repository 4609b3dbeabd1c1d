package io.httpcached.engine.codec;

import io.httpcached.engine.Entry;
import java.util.List;

/**
 * An entry as a remote store holds it.
 *
 * @param key the digest of the key, which detects a reply of the store to another request
 * @param entry the entry
 * @param entryTags the tags of the entry with the versions that they had before the handler ran
 * @param expiresAtMillis the time after which the entry is useless, in milliseconds since the epoch
 */
public record StoredEntry(String key, Entry entry, List<EntryTag> entryTags, long expiresAtMillis) {

    /** Copies the list. */
    public StoredEntry {
        entryTags = List.copyOf(entryTags);
    }

    /**
     * A tag of an entry with its version.
     *
     * @param tag the tag
     * @param existence the first half of the version; if it differs from the current one, the entry is invalid
     * @param freshness the second half of the version; if it differs from the current one, the entry is stale
     */
    public record EntryTag(String tag, long existence, long freshness) {}
}
