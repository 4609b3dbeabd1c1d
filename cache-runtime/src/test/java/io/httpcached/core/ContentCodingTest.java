package io.httpcached.core;

import static io.httpcached.core.Samples.BODY;
import static io.httpcached.core.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {

    private static final byte[] GZIPPED = {31, (byte) 139, 8};

    private static StoredResponse response(int status, String... fields) {
        return new StoredResponse(status, Fields.of(fields), BODY, Lifetime.none(0), NOW - 5, NOW);
    }

    private static Fields acceptEncoding(String... lines) {
        Fields.Builder fields = Fields.builder();
        Arrays.stream(lines).forEach(line -> fields.add("Accept-Encoding", line));
        return fields.build();
    }

    private static boolean prefersGzip(Fields request) {
        return ContentCoding.prefers(request, Coding.GZIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "br, gzip",
                "gzip;q=0.001",
                "gzip;q=0.5, identity;q=0.5",
                "gzip, identity",
                "*",
                "*;q=0.5",
                "identity;q=0, *",
                "*;q=0, gzip",
                "br;q=1, gzip;q=0.1"
            })
    void gzipIsPreferredIfItsWeightIsAtLeastThatOfIdentity(String value) {
        assertThat(prefersGzip(acceptEncoding(value))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "x-gzip;q=0",
                "*;q=0",
                "gzip;q=0, *",
                "gzip;q=0.4, identity;q=0.5",
                "*;q=0.4, identity",
                "gzip;q=2",
                "gz ip"
            })
    void otherwiseTheBodyStaysUncompressed(String value) {
        assertThat(prefersGzip(acceptEncoding(value))).isFalse();
    }

    @Test
    void withoutAcceptEncodingTheBodyStaysUncompressed() {
        assertThat(prefersGzip(Fields.EMPTY)).isFalse();
        assertThat(prefersGzip(Fields.of("Accept", "gzip"))).isFalse();
    }

    @Test
    void allLinesCount() {
        assertThat(prefersGzip(acceptEncoding("br", "gzip"))).isTrue();
        assertThat(prefersGzip(acceptEncoding("gzip;q=0.5", "identity"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, br, zstd                  | br",
                "gzip, zstd                      | zstd",
                "gzip, BR;q=0.5                  | gzip",
                "gzip;q=0.8, br;q=0.8, zstd;q=0.9| zstd",
                "br;q=0, zstd;q=0, gzip          | gzip",
                "br;q=0.4, identity;q=0.5        | ",
                "br;q=0.4, gzip, identity;q=0.5  | gzip",
                "*                               | gzip",
                "br;q=0.5, *                     | gzip",
                "br, *;q=0                       | br",
                "deflate, compress               | ",
                "brotli, zstandard               | ",
            })
    void offersTheCodingThatTheClientPrefers(String accepted, @Nullable String coding) {
        StoredResponse response = ContentCoding.withForms(response(200), encoders(), null);
        assertThat(response.selectedBy(acceptEncoding(accepted)).fields().first("Content-Encoding"))
                .isEqualTo(coding);
    }

    @Test
    void offersOnlyTheCodingsThatItHas() {
        StoredResponse response = ContentCoding.withGzip(response(200), GZIPPED);
        assertThat(response.selectedBy(acceptEncoding("br, zstd, gzip;q=0.1")).body())
                .isSameAs(GZIPPED);
        assertThat(response.selectedBy(acceptEncoding("br, zstd")).body()).isSameAs(BODY);
    }

    @Test
    void eachCodingHasItsOwnBodyAndTag() {
        StoredResponse response = ContentCoding.withForms(response(200, "ETag", "\"a\""), encoders(), null);
        for (Coding coding : Coding.values()) {
            StoredResponse form = response.selectedBy(acceptEncoding(coding.token()));
            assertThat(form.compressesFirst()).isTrue();
            assertThat(form.body()).asString(StandardCharsets.UTF_8).isEqualTo(coding.token());
            assertThat(form.compressesFirst()).isFalse();
            assertThat(form.entityTag()).isEqualTo(new EntityTag(false, "a-1ac2f821-" + coding.token()));
            assertThat(response.lacksCompressedBody()).isEqualTo(coding != Coding.GZIP);
        }
        assertThat(response.compressedBody()).asString(StandardCharsets.UTF_8).isEqualTo("gzip");
    }

    @Test
    void aResponseInTheSamePlaceWithTheSameBodyKeepsTheCompressedOnes() {
        StoredResponse before = ContentCoding.withForms(response(200), encoders(), null);
        byte[] brotli = before.selectedBy(acceptEncoding("br")).body();
        StoredResponse after = ContentCoding.withForms(response(200), encoders(), before);
        assertThat(after.selectedBy(acceptEncoding("br")).body()).isSameAs(brotli);
        assertThat(after.selectedBy(acceptEncoding("zstd")).compressesFirst()).isTrue();
        StoredResponse other = new StoredResponse(200, Fields.EMPTY, new byte[] {7}, Lifetime.none(0), NOW, NOW);
        assertThat(ContentCoding.withForms(other, encoders(), before)
                        .selectedBy(acceptEncoding("br"))
                        .compressesFirst())
                .isTrue();
    }

    @Test
    void eachCompressedBodyIsCountedWhenItIsMade() {
        StoredResponse response = ContentCoding.withForms(response(200), encoders(), null);
        AtomicInteger grown = new AtomicInteger();
        response.onCompression(grown::incrementAndGet);
        long bytes = response.footprint();
        assertThat(response.selectedBy(acceptEncoding("br")).body()).hasSize(2);
        assertThat(grown).hasValue(1);
        assertThat(response.footprint()).isGreaterThan(bytes + 200);
        long withBrotli = response.footprint();
        assertThat(response.selectedBy(acceptEncoding("zstd")).body()).hasSize(4);
        assertThat(grown).hasValue(2);
        assertThat(response.footprint()).isGreaterThan(withBrotli + 200);
    }

    /** Encoders whose result is the name of their coding. */
    private static List<ContentEncoder> encoders() {
        return Arrays.stream(Coding.values())
                .map(coding -> new ContentEncoder(coding, body -> coding.token().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void aPlainResponseMayBeCompressed() {
        assertThat(ContentCoding.mayCompress(response(200))).isTrue();
        assertThat(ContentCoding.mayCompress(
                        response(200, "Cache-Control", "max-age=60, no-cache=\"no-transform\"", "Vary", "Accept")))
                .isTrue();
    }

    @Test
    void aResponseIsNotCompressedIfItsHandlerOrTheRfcForbidsIt() {
        assertThat(ContentCoding.mayCompress(response(206))).isFalse();
        assertThat(ContentCoding.mayCompress(response(404))).isFalse();
        assertThat(ContentCoding.mayCompress(response(200, "Content-Encoding", "br")))
                .isFalse();
        assertThat(ContentCoding.mayCompress(response(200, "Vary", "Accept, ACCEPT-encoding")))
                .isFalse();
        assertThat(ContentCoding.mayCompress(response(200, "Cache-Control", "public, No-Transform")))
                .isFalse();
        assertThat(ContentCoding.mayCompress(response(200, "Cache-Control", "public", "cache-control", "no-transform")))
                .isFalse();
    }

    @Test
    void eachFormHasItsOwnTagAndNamesAcceptEncoding() {
        StoredResponse plain = response(200, "Content-Length", "10", "ETag", "\"a\"", "X", "1");
        StoredResponse both = ContentCoding.withGzip(plain, GZIPPED);
        StoredResponse identity = both.selectedBy(Fields.EMPTY);
        StoredResponse gzip = both.selectedBy(acceptEncoding("gzip"));
        assertThat(identity.fields())
                .isEqualTo(Fields.of("Content-Length", "10", "ETag", "\"a\"", "X", "1", "Vary", "Accept-Encoding"));
        assertThat(identity.body()).isSameAs(BODY);
        assertThat(gzip.fields())
                .isEqualTo(Fields.of(
                        "ETag",
                        "\"a-1ac2f821-gzip\"",
                        "X",
                        "1",
                        "Vary",
                        "Accept-Encoding",
                        "Content-Encoding",
                        "gzip"));
        assertThat(gzip.body()).isSameAs(GZIPPED);
        assertThat(gzip.entityTag()).isEqualTo(new EntityTag(false, "a-1ac2f821-gzip"));
        for (StoredResponse form : new StoredResponse[] {identity, gzip}) {
            assertThat(form.status()).isEqualTo(200);
            assertThat(form.lifetime()).isSameAs(plain.lifetime());
            assertThat(form.requestTimeMillis()).isEqualTo(NOW - 5);
            assertThat(form.responseTimeMillis()).isEqualTo(NOW);
            assertThat(form.compressedBody()).isNull();
        }
    }

    @Test
    void digestsOfTheUncompressedBodyAreDropped() {
        StoredResponse gzip = ContentCoding.withGzip(response(200, "Content-MD5", "x", "Content-Digest", "y"), GZIPPED)
                .selectedBy(acceptEncoding("gzip"));
        assertThat(gzip.fields()).isEqualTo(Fields.of("Vary", "Accept-Encoding", "Content-Encoding", "gzip"));
        assertThat(gzip.entityTag()).isNull();
    }

    @Test
    void aWeakTagStaysWeak() {
        StoredResponse gzip = ContentCoding.withGzip(response(200, "ETag", "W/\"a\""), GZIPPED)
                .selectedBy(acceptEncoding("gzip"));
        assertThat(gzip.entityTag()).isEqualTo(new EntityTag(true, "a-1ac2f821-gzip"));
    }

    @Test
    void theWholeResponseKeepsItsOwnFieldsAndBothBodies() {
        StoredResponse plain = response(200, "ETag", "\"a\"");
        StoredResponse both = ContentCoding.withGzip(plain, GZIPPED);
        assertThat(both.fields()).isSameAs(plain.fields());
        assertThat(both.body()).isSameAs(BODY);
        assertThat(both.compressedBody()).isSameAs(GZIPPED);
        assertThat(both.status()).isEqualTo(200);
        assertThat(both.lifetime()).isSameAs(plain.lifetime());
        assertThat(plain.compressedBody()).isNull();
        assertThat(plain.selectedBy(acceptEncoding("gzip"))).isSameAs(plain);
    }
}
