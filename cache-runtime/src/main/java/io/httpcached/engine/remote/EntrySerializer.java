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

/** Converts entries to and from the bytes in a backend, which include the key and the expiry time. Thread-safe. */
final class EntrySerializer {

    private final EntryCodec codec;
    private final RemoteCounters counters;
    private final Clock clock;

    EntrySerializer(EntryCodec codec, RemoteCounters counters, Clock clock) {
        this.codec = codec;
        this.counters = counters;
        this.clock = clock;
    }

    byte[] encode(CacheKey key, Entry entry, List<EntryTag> entryTags, Duration ttl) {
        return codec.encode(new StoredEntry(key.digest(), entry, entryTags, clock.millis() + ttl.toMillis()));
    }

    /** {@return the entry, or null if the bytes are missing, malformed or of another key} */
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

    /** {@return whether an entry has not expired} The backend's own expiry is coarse, and on some comes days late. */
    boolean isAlive(StoredEntry entry) {
        return entry.expiresAtMillis() > clock.millis();
    }
}
