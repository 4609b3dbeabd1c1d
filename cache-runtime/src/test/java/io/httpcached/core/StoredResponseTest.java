package io.httpcached.core;

import static io.httpcached.core.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredResponseTest {

    private static StoredResponse stored(byte[] body, String... fields) {
        return new StoredResponse(200, Fields.of(fields), body, Lifetime.none(0), NOW - 5, NOW);
    }

    @Test
    void validatorsAreReadFromTheFields() {
        StoredResponse both = stored(new byte[0], "ETag", "W/\"a\"", "Last-Modified", "Sun, 01 Mar 2026 11:00:00 GMT");
        assertThat(both.entityTag()).isEqualTo(new EntityTag(true, "a"));
        assertThat(both.lastModified()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
        assertThat(both.hasValidator()).isTrue();
        assertThat(stored(new byte[0], "ETag", "\"a\"").hasValidator()).isTrue();
        assertThat(stored(new byte[0], "Last-Modified", "Sun, 01 Mar 2026 11:00:00 GMT")
                        .hasValidator())
                .isTrue();
    }

    @Test
    void whatIsMalformedIsNoValidator() {
        StoredResponse none = stored(new byte[0], "ETag", "a", "Last-Modified", "yesterday");
        assertThat(none.entityTag()).isNull();
        assertThat(none.lastModified()).isNull();
        assertThat(none.hasValidator()).isFalse();
    }

    @Test
    void aResponseWithoutADateWasMadeWhenItCame() {
        assertThat(stored(new byte[0]).date()).isEqualTo(Instant.ofEpochMilli(NOW));
        assertThat(stored(new byte[0], "Date", "yesterday").date()).isEqualTo(Instant.ofEpochMilli(NOW));
        assertThat(stored(new byte[0], "Date", "Sun, 01 Mar 2026 11:00:00 GMT").date())
                .isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @Test
    void theFootprintCountsBodyAndFields() {
        long empty = stored(new byte[0]).footprint();
        assertThat(stored(new byte[1000]).footprint()).isEqualTo(empty + 1000);
        assertThat(stored(new byte[0], "A", "1").footprint())
                .isEqualTo(empty + Fields.of("A", "1").footprint() - Fields.EMPTY.footprint());
    }

    @Test
    void partsAreKeptAsGiven() {
        byte[] body = {1};
        StoredResponse stored = stored(body, "A", "1");
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.body()).isSameAs(body);
        assertThat(stored.fields()).isEqualTo(Fields.of("A", "1"));
        assertThat(stored.lifetime()).isEqualTo(Lifetime.none(0));
        assertThat(stored.requestTimeMillis()).isEqualTo(NOW - 5);
        assertThat(stored.responseTimeMillis()).isEqualTo(NOW);
    }

    @Test
    void theFootprintCountsTheCompressedForm() {
        byte[] gzipped = new byte[300];
        StoredResponse plain = stored(new byte[1000], "A", "1");
        StoredResponse both = ContentCoding.withGzip(plain, gzipped);
        assertThat(both.footprint()).isBetween(plain.footprint() + 300 + 500, plain.footprint() + 300 + 700);
        assertThat(plain.footprint()).isEqualTo(200 + 1000 + Fields.of("A", "1").footprint());
    }

    @Test
    void theAgeCountsFromTheResponse() {
        StoredResponse stored = fresh(60);
        assertThat(stored.ageAt(NOW)).isEqualTo(3);
        assertThat(stored.ageAt(NOW + 1999)).isEqualTo(4);
    }

    @Test
    void aResponseThatIsMarkedStaleIsAsOldAsIfItsLifetimeHadEnded() {
        StoredResponse stale = fresh(60).markedStale(NOW + 10_000);
        assertThat(stale.ageAt(NOW + 10_000)).isEqualTo(60);
        assertThat(stale.ageAt(NOW + 12_999)).isEqualTo(62);
        assertThat(stale.ageAt(NOW)).as("clocks of nodes differ").isEqualTo(60);
    }

    @Test
    void aResponseThatIsOlderThanItsLifetimeIsNotMadeYounger() {
        StoredResponse stale = fresh(60).markedStale(NOW + 100_000);
        assertThat(stale.ageAt(NOW + 100_000)).isEqualTo(103);
    }

    @Test
    void aResponseThatIsMarkedStaleKeepsEverythingElse() {
        StoredResponse both = ContentCoding.withGzip(stored(new byte[] {1}, "ETag", "\"a\""), new byte[] {2});
        StoredResponse stale = both.markedStale(NOW);
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.fields()).isSameAs(both.fields());
        assertThat(stale.body()).isSameAs(both.body());
        assertThat(stale.compressedBody()).isSameAs(both.compressedBody());
        assertThat(stale.lifetime()).isSameAs(both.lifetime());
        assertThat(stale.requestTimeMillis()).isEqualTo(NOW - 5);
        assertThat(stale.responseTimeMillis()).isEqualTo(NOW);
        assertThat(ContentCoding.withGzip(fresh(60).markedStale(NOW), new byte[0])
                        .ageAt(NOW))
                .isEqualTo(60);
    }

    private static StoredResponse fresh(long seconds) {
        Lifetime lifetime = new Lifetime(seconds, 3, 0, 0, false, false, false, false);
        return new StoredResponse(200, Fields.EMPTY, new byte[0], lifetime, NOW, NOW);
    }
}
