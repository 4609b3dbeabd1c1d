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
}
