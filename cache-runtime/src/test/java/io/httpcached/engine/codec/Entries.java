package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.httpcached.core.ContentCoding;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries to encode, and what can be compared of them. */
final class Entries {

    static final long NOW = 1_767_225_600_000L;

    private Entries() {}

    static StoredEntry response(byte[] body, String... fields) {
        Lifetime lifetime = new Lifetime(600, 3, 60, 86_400, false, true, true, false);
        StoredResponse response = new StoredResponse(200, Fields.of(fields), body, lifetime, NOW - 250, NOW);
        return entry(new Entry.Response(response));
    }

    static StoredEntry with(Lifetime lifetime) {
        return entry(new Entry.Response(
                new StoredResponse(404, Fields.of("A", "b"), new byte[] {1}, lifetime, NOW - 250, NOW)));
    }

    static StoredEntry compressed(byte[] body, byte[] gzip, String... fields) {
        StoredResponse plain = ((Entry.Response) response(body, fields).entry()).response();
        return entry(new Entry.Response(ContentCoding.withGzip(plain, gzip)));
    }

    static StoredEntry variants(String... names) {
        return entry(new Entry.Variants(Stream.of(names).map(RequestPart::field).toList()));
    }

    static StoredEntry entry(Entry entry) {
        return new StoredEntry(
                "digest",
                entry,
                List.of(new EntryTag("path:/products/42", 0x0102030405060708L, 9), new EntryTag("tag:products", -1, 0)),
                NOW + 660_000);
    }

    /** {@return the entry that a codec finds in bytes, or null} */
    static @Nullable StoredEntry decode(EntryCodec codec, byte[] bytes) {
        return codec.decode(ByteBuffer.wrap(bytes));
    }

    /** {@return the entry that a codec finds in its own bytes of an entry} */
    static StoredEntry roundTrip(EntryCodec codec, StoredEntry entry) {
        return Objects.requireNonNull(decode(codec, codec.encode(entry)));
    }

    /** {@return all that there is of an entry, as text} */
    static String describe(StoredEntry entry) {
        String rest = entry.key() + entry.entryTags() + " until " + entry.expiresAtMillis();
        return entry.entry() instanceof Entry.Response response
                ? describe(response.response()) + rest
                : entry.entry() + rest;
    }

    private static String describe(StoredResponse response) {
        byte[] gzip = response.compressedBody();
        return String.join(
                "|",
                "" + response.status(),
                "" + response.lifetime(),
                "" + response.requestTimeMillis(),
                "" + response.responseTimeMillis(),
                "" + response.fields(),
                new String(response.body(), UTF_8) + response.body().length,
                gzip == null
                        ? "plain"
                        : List.of(gzip.length, java.util.Arrays.hashCode(gzip)).toString());
    }
}
