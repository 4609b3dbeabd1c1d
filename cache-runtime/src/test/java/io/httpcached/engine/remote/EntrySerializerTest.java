package io.httpcached.engine.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.ContentCoding;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.BinaryEntryCodec;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.GzipEntryCodec;
import io.httpcached.engine.codec.JsonEntryCodec;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.micronaut.json.JsonMapper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that damage to a stored value is a miss with each codec, and with a codec of the application. */
class EntrySerializerTest {

    private static final CacheKey KEY = CacheKey.of("key");
    private static final Duration TTL = Duration.ofMinutes(1);
    private static final List<EntryTag> TAGS = List.of(new EntryTag("tag:a", 1, -2));

    private final MutableClock clock = new MutableClock();
    private final RemoteCounters counters = new RemoteCounters();

    static Stream<Named<EntryCodec>> codecs() {
        return Stream.of(
                Named.of("binary", new BinaryEntryCodec()),
                Named.of("json", new JsonEntryCodec(JsonMapper.createDefault())),
                Named.of("gzip", new GzipEntryCodec(new BinaryEntryCodec(), 100_000)),
                Named.of("custom", new Custom()));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void readsWhatItWrote(EntryCodec codec) {
        StoredEntry read =
                Objects.requireNonNull(serializer(codec).decode(KEY, encode(codec, response(200, "A", "b"))));
        assertThat(read.entryTags()).isEqualTo(TAGS);
        assertThat(read.expiresAtMillis()).isEqualTo(clock.millis() + TTL.toMillis());
        assertThat(counters.entriesNotUnderstood().sum()).isZero();
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void missesWhicheverBitIsTurned(EntryCodec codec) {
        byte[] whole = encode(codec, response(200, "Content-Type", "text/plain", "ETag", "\"a\""));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(serializer(codec).decode(KEY, damaged)).as("bit %d", bit).isNull();
        }
        assertThat(counters.entriesNotUnderstood().sum()).isEqualTo(whole.length * 8L);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void missesWhicheverByteIsReplaced(EntryCodec codec) {
        byte[] whole = encode(codec, response(200, "Content-Type", "text/plain", "ETag", "\"a\""));
        for (int i = 0; i < whole.length; i++) {
            for (byte other : new byte[] {0, ' ', '\r', '\n', '"', '9', (byte) 0xFF}) {
                if (whole[i] != other) {
                    byte[] damaged = whole.clone();
                    damaged[i] = other;
                    assertThat(serializer(codec).decode(KEY, damaged))
                            .as("byte %d", i)
                            .isNull();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void missesValuesOfEveryOtherCodec(EntryCodec codec) {
        codecs().map(Named::getPayload)
                .filter(other -> other.getClass() != codec.getClass())
                .forEach(other -> assertThat(serializer(codec).decode(KEY, encode(other, response(200))))
                        .isNull());
    }

    /** Whoever writes to the store can write a checksum as well. */
    @ParameterizedTest
    @MethodSource("codecs")
    void missesResponsesThatCannotBeSent(EntryCodec codec) {
        for (Entry invalid : List.of(
                response(9999), response(199), response(200, "A B", "c"), response(200, "A", "b\r\nSet-Cookie: c=d"))) {
            assertThat(serializer(codec).decode(KEY, encode(codec, invalid))).isNull();
        }
    }

    @Test
    void missesEntriesOfAnotherKey() {
        EntryCodec codec = new BinaryEntryCodec();
        assertThat(serializer(codec).decode(CacheKey.of("other"), encode(codec, response(200))))
                .isNull();
    }

    @Test
    void writesJsonThatAPersonCanRead() {
        String text = new String(encode(new JsonEntryCodec(JsonMapper.createDefault()), response(200)), UTF_8);
        assertThat(text).startsWith("{\"format\":\"httpcached-4\",").matches("(?s).*}\n[0-9a-f]{8}");
    }

    private EntrySerializer serializer(EntryCodec codec) {
        return new EntrySerializer(codec, counters, clock);
    }

    private byte[] encode(EntryCodec codec, Entry entry) {
        return serializer(codec).encode(KEY, entry, TAGS, TTL);
    }

    private Entry response(int status, String... fields) {
        Lifetime lifetime = new Lifetime(600, 3, 60, 86_400, false, true, true, false);
        StoredResponse plain = new StoredResponse(
                status, Fields.of(fields), "{\"id\":42}".getBytes(UTF_8), lifetime, clock.millis(), clock.millis());
        return new Entry.Response(ContentCoding.withGzip(plain, new byte[] {1, 2, 3}));
    }

    /** A codec as an application may write one: it checks nothing and fails on foreign bytes. */
    private static final class Custom implements EntryCodec {

        private final BinaryEntryCodec binary = new BinaryEntryCodec();

        @Override
        public byte[] encode(StoredEntry entry) {
            byte[] encoded = binary.encode(entry);
            for (int i = 0; i < encoded.length; i++) {
                encoded[i] ^= 0x55;
            }
            return encoded;
        }

        @Override
        public @Nullable StoredEntry decode(ByteBuffer bytes) {
            byte[] decoded = new byte[bytes.remaining()];
            for (int i = 0; i < decoded.length; i++) {
                decoded[i] = (byte) (bytes.get(bytes.position() + i) ^ 0x55);
            }
            StoredEntry entry = binary.decode(ByteBuffer.wrap(decoded));
            if (entry == null) {
                throw new IllegalStateException("not mine");
            }
            return entry;
        }
    }
}
