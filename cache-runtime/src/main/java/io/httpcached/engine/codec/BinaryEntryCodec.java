package io.httpcached.engine.codec;

import io.httpcached.core.ContentCoding;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Utf8;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.ByteReader.MalformedException;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes entries in a compact binary format; this is the default codec. Numbers are big-endian. A count is a variable-length
 * integer with 7 bits per byte, lowest first. A text is the count of its bytes, followed by the bytes that {@link Utf8} makes of
 * it. Bytes are a count, followed by the bytes themselves. The {@link Checksum} of an entry is not part of the format.
 *
 * <pre>
 * offset  bytes  content
 *      0      1  0x48 'H'
 *      1      1  version: 4
 *      2      1  kind: 1 response, 2 variants
 *      3      8  expiry, milliseconds since the epoch
 *     11      …  the digest of the key, a text
 *             …  count of tags, then for each: text, two 8-byte halves of the tag version
 *
 * variants:     count of parts, then for each: text
 * response:
 *             1  flags: 1 always revalidate, 2 must revalidate, 4 sharing permitted, 8 lifetime from the policy,
 *                       16 a compressed body follows
 *             2  status
 *             8  time of the handler call, milliseconds since the epoch
 *             8  time of the response, milliseconds since the epoch
 *             …  counts of seconds: freshness lifetime, initial age, stale-while-revalidate, stale-if-error
 *             …  count of field lines, then for each: name as text, value as text
 *             …  bytes of the body
 *             …  bytes of the body compressed with gzip, if flag 16 is set
 * </pre>
 */
public final class BinaryEntryCodec implements EntryCodec {

    private static final int MAGIC = 0x48;
    private static final int VERSION = 4;
    private static final int RESPONSE = 1;
    private static final int VARIANTS = 2;

    private static final int ALWAYS_REVALIDATE = 1;
    private static final int MUST_REVALIDATE = 2;
    private static final int SHARING_PERMITTED = 4;
    private static final int FROM_POLICY = 8;
    private static final int COMPRESSED = 16;

    @Override
    public byte[] encode(StoredEntry entry) {
        ByteWriter out = new ByteWriter(estimate(entry));
        out.octet(MAGIC);
        out.octet(VERSION);
        if (entry.entry() instanceof Entry.Response response) {
            head(out, RESPONSE, entry);
            response(out, response.response());
        } else {
            head(out, VARIANTS, entry);
            List<RequestPart> parts = ((Entry.Variants) entry.entry()).parts();
            out.count(parts.size());
            parts.forEach(part -> out.text(part.text()));
        }
        return out.finish();
    }

    private static int estimate(StoredEntry entry) {
        return entry.entry() instanceof Entry.Response response
                ? (int) Math.min(Integer.MAX_VALUE / 2, response.response().footprint())
                : 200;
    }

    private static void head(ByteWriter out, int kind, StoredEntry entry) {
        out.octet(kind);
        out.int64(entry.expiresAtMillis());
        out.text(entry.key());
        out.count(entry.entryTags().size());
        for (EntryTag entryTag : entry.entryTags()) {
            out.text(entryTag.tag());
            out.int64(entryTag.existence());
            out.int64(entryTag.freshness());
        }
    }

    private static void response(ByteWriter out, StoredResponse response) {
        Lifetime lifetime = response.lifetime();
        byte[] compressed = response.compressedBody();
        out.octet(flags(lifetime, compressed != null));
        out.int16(response.status());
        out.int64(response.requestTimeMillis());
        out.int64(response.responseTimeMillis());
        out.count(lifetime.freshSeconds());
        out.count(lifetime.initialAgeSeconds());
        out.count(lifetime.staleWhileRevalidateSeconds());
        out.count(lifetime.staleIfErrorSeconds());
        Fields fields = response.fields();
        out.count(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            out.text(fields.name(i));
            out.text(fields.value(i));
        }
        out.bytes(response.body());
        if (compressed != null) {
            out.bytes(compressed);
        }
    }

    private static int flags(Lifetime lifetime, boolean compressed) {
        return (lifetime.alwaysRevalidate() ? ALWAYS_REVALIDATE : 0)
                | (lifetime.mustRevalidate() ? MUST_REVALIDATE : 0)
                | (lifetime.sharingPermitted() ? SHARING_PERMITTED : 0)
                | (lifetime.fromPolicy() ? FROM_POLICY : 0)
                | (compressed ? COMPRESSED : 0);
    }

    @Override
    public @Nullable StoredEntry decode(ByteBuffer bytes) {
        try {
            ByteReader in = new ByteReader(bytes);
            if (in.octet() != MAGIC || in.octet() != VERSION) {
                return null;
            }
            int kind = in.octet();
            long expiresAt = in.int64();
            String key = in.text();
            List<EntryTag> entryTags = entryTags(in);
            Entry entry =
                    switch (kind) {
                        case RESPONSE -> new Entry.Response(response(in));
                        case VARIANTS -> new Entry.Variants(in.list(BinaryEntryCodec::part));
                        default -> throw new MalformedException("kind " + kind);
                    };
            in.requireEnd();
            return new StoredEntry(key, entry, entryTags, expiresAt);
        } catch (MalformedException damaged) {
            return null;
        }
    }

    private static RequestPart part(ByteReader in) throws MalformedException {
        try {
            return RequestPart.parse(in.text());
        } catch (IllegalArgumentException unknown) {
            throw new MalformedException(unknown.toString());
        }
    }

    private static List<EntryTag> entryTags(ByteReader in) throws MalformedException {
        return in.list(each -> new EntryTag(each.text(), each.int64(), each.int64()));
    }

    private static StoredResponse response(ByteReader in) throws MalformedException {
        int flags = in.octet();
        int status = in.int16();
        long requestTime = in.int64();
        long responseTime = in.int64();
        Lifetime lifetime = new Lifetime(
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                (flags & ALWAYS_REVALIDATE) != 0,
                (flags & MUST_REVALIDATE) != 0,
                (flags & SHARING_PERMITTED) != 0,
                (flags & FROM_POLICY) != 0);
        Fields fields = fields(in);
        StoredResponse plain = new StoredResponse(status, fields, in.bytes(), lifetime, requestTime, responseTime);
        return (flags & COMPRESSED) != 0 ? ContentCoding.withGzip(plain, in.bytes()) : plain;
    }

    private static Fields fields(ByteReader in) throws MalformedException {
        Fields.Builder fields = Fields.builder();
        int lines = in.size();
        for (int i = 0; i < lines; i++) {
            fields.add(in.text(), in.text());
        }
        return fields.build();
    }
}
