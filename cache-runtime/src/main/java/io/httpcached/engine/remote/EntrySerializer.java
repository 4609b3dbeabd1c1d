package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries in the form in which a backend holds them, with their key and the end of their life. Thread-safe. */
final class EntrySerializer {

    private final EntryCodec codec;
    private final RemoteCounters counters;
    private final Clock clock;

    EntrySerializer(EntryCodec codec, RemoteCounters counters, Clock clock) {
        this.codec = codec;
        this.counters = counters;
        this.clock = clock;
    }

    /** {@return a entry for a backend to hold, which is of use for that long} */
    byte[] encode(CacheKey key, Entry entry, List<EntryTag> entryTags, Duration life) {
        return codec.encode(new StoredEntry(key.digest(), entry, entryTags, clock.millis() + life.toMillis()));
    }

    /** {@return the entry, or null if it is none, or not the one that was asked for} */
    @Nullable
    StoredEntry decode(CacheKey key, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        StoredEntry entry = codec.decode(bytes);
        if (entry == null || !entry.key().equals(key.digest())) {
            counters.entriesNotUnderstood().increment();
            return null;
        }
        return entry;
    }

    /** {@return whether an entry is still of use} The backend's own expiry is coarse, and on some comes days late. */
    boolean isAlive(StoredEntry entry) {
        return entry.expiresAtMillis() > clock.millis();
    }
}
