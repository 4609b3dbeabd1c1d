package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    @Test
    void theStatusOfTheHandlerIsAddedWhereTheSentOneDiffers() {
        Outcome miss = Outcome.forwarded(Forwarding.MISS);
        assertThat(miss.sentAs(200, 304)).isEqualTo(miss.withForwardStatus(200));
        assertThat(miss.sentAs(200, 200)).isSameAs(miss);
        Outcome validated = Outcome.forwarded(Forwarding.STALE).withForwardStatus(304);
        assertThat(validated.sentAs(200, 206)).isSameAs(validated);
        Outcome hit = Outcome.hit(5);
        assertThat(hit.sentAs(200, 304)).isSameAs(hit);
    }

    @Test
    void eachCopyChangesOneComponent() {
        assertThat(Outcome.forwarded(Forwarding.STALE)
                        .withForwardStatus(304)
                        .withTtl(60)
                        .withStored(true)
                        .withCollapsed(true)
                        .withKey("k")
                        .withDetail("why"))
                .isEqualTo(new Outcome(false, Forwarding.STALE, 304, 60, true, true, "k", "why"));
        assertThat(Outcome.gatewayTimeout())
                .isEqualTo(new Outcome(false, null, 0, Outcome.NO_TTL, false, false, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "BYPASS, bypass",
        "METHOD, method",
        "URI_MISS, uri-miss",
        "VARY_MISS, vary-miss",
        "MISS, miss",
        "REQUEST, request",
        "STALE, stale",
        "PARTIAL, partial"
    })
    void reasonsAreThoseOfTheRegistry(Forwarding forwarding, String token) {
        assertThat(forwarding.token()).isEqualTo(token);
    }
}
