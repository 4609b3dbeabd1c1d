package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.core.ResponseSyntax;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.Checksum;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts entries to and from the bytes in a backend, which include the key, the expiry time and a checksum. Whatever the codec,
 * bytes that are not as they were written are a miss. Thread-safe.
 */
final class EntrySerializer {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached.backend");

    /** Nodes whose clocks differ by no more than this use each other's entries. */
    private static final long TOLERATED_SKEW_MILLIS = 1000;

    private final EntryCodec codec;
    private final RemoteCounters counters;
    private final Clock clock;

    EntrySerializer(EntryCodec codec, RemoteCounters counters, Clock clock) {
        this.codec = codec;
        this.counters = counters;
        this.clock = clock;
    }

    byte[] encode(CacheKey key, Entry entry, List<EntryTag> entryTags, Duration ttl) {
        return Checksum.append(
                codec.encode(new StoredEntry(key.digest(), entry, entryTags, clock.millis() + ttl.toMillis())));
    }

    /** {@return the entry, or null if the bytes are missing, damaged, of another key, or not a response that can be sent} */
    @Nullable
    StoredEntry decode(CacheKey key, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer intact = Checksum.verify(bytes);
        StoredEntry entry = intact == null ? null : decode(intact);
        if (entry == null || !entry.key().equals(key.digest()) || !isValid(entry.entry())) {
            counters.entriesNotUnderstood().increment();
            return null;
        }
        return entry;
    }

    /** Bytes of another codec may make a codec of the application fail: the store may hold them since before a deployment. */
    private @Nullable StoredEntry decode(ByteBuffer intact) {
        try {
            return codec.decode(intact);
        } catch (RuntimeException failure) {
            LOG.debug("The codec {} failed to decode an entry, which is a miss", codec, failure);
            return null;
        }
    }

    private static boolean isValid(Entry entry) {
        return !(entry instanceof Entry.Response response) || ResponseSyntax.isValid(response.response());
    }

    /**
     * {@return whether an entry has not expired} The backend's own expiry is coarse, and on some comes days late. The age of an
     * entry that another node will write in the future, by the clock of this node, is unknown.
     */
    boolean isAlive(StoredEntry entry) {
        long now = clock.millis();
        return entry.expiresAtMillis() > now
                && !(entry.entry() instanceof Entry.Response stored
                        && stored.response().responseTimeMillis() - now > TOLERATED_SKEW_MILLIS);
    }
}
