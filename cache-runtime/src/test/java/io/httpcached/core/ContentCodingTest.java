package io.httpcached.core;

import static io.httpcached.core.Samples.BODY;
import static io.httpcached.core.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(ContentCoding.prefersGzip(acceptEncoding(value))).isTrue();
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
        assertThat(ContentCoding.prefersGzip(acceptEncoding(value))).isFalse();
    }

    @Test
    void withoutAcceptEncodingTheBodyStaysUncompressed() {
        assertThat(ContentCoding.prefersGzip(Fields.EMPTY)).isFalse();
        assertThat(ContentCoding.prefersGzip(Fields.of("Accept", "gzip"))).isFalse();
    }

    @Test
    void allLinesCount() {
        assertThat(ContentCoding.prefersGzip(acceptEncoding("br", "gzip"))).isTrue();
        assertThat(ContentCoding.prefersGzip(acceptEncoding("gzip;q=0.5", "identity")))
                .isFalse();
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
