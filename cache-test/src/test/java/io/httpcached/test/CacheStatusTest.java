package io.httpcached.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.test.CacheStatus.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheStatusTest {

    private static CacheStatus parse(String... lines) {
        return CacheStatus.parse(List.of(lines), "HttpCached").orElseThrow();
    }

    @Test
    void parsesAllParameters() {
        assertThat(
                        parse(
                                "HttpCached; fwd=stale; fwd-status=200; stored; collapsed; ttl=600; key=\"a; b\"; detail=\"c, \\\"d\\\"\""))
                .isEqualTo(new CacheStatus("HttpCached", false, "stale", 200, 600L, true, true, "a; b", "c, \"d\""));
        assertThat(parse("HttpCached"))
                .isEqualTo(new CacheStatus("HttpCached", false, null, 0, null, false, false, null, null));
    }

    @Test
    void membersOfOtherCachesDoNotCount() {
        assertThat(parse("Origin; hit", "\"HttpCached\"; fwd=miss, Edge; hit; ttl=3")
                        .outcome())
                .isEqualTo(Outcome.MISS);
        assertThat(CacheStatus.parse(List.of("Edge; hit; detail=HttpCached"), "HttpCached"))
                .isEmpty();
        assertThat(CacheStatus.parse(List.of("\"my cache\"; hit"), "my cache")).isPresent();
        assertThat(CacheStatus.parse(List.of(), "HttpCached")).isEmpty();
    }

    @Test
    void memberNearestToTheClientCounts() {
        assertThat(parse("HttpCached; hit", "HttpCached; fwd=miss").outcome()).isEqualTo(Outcome.MISS);
    }

    @Test
    void fieldThatIsNoListIsIgnored() {
        assertThat(CacheStatus.parse(List.of("HttpCached; hit; detail=\"open"), "HttpCached"))
                .isEmpty();
        assertThat(CacheStatus.parse(List.of(""), "HttpCached")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hit; ttl=1 | HIT",
                "hit | HIT",
                "hit; ttl=0 | STALE_HIT",
                "hit; ttl=-30 | STALE_HIT",
                "fwd=stale; fwd-status=503; ttl=-5; detail=stale-if-error | STALE_HIT",
                "fwd=stale; ttl=-5; detail=stale-after | STALE_HIT",
                "fwd=stale; fwd-status=304; stored; ttl=60 | REVALIDATED",
                "fwd=request; fwd-status=304; stored; ttl=60 | REVALIDATED",
                "fwd=stale; fwd-status=200; stored; ttl=60 | MISS",
                "fwd=miss; stored; ttl=60 | MISS",
                "fwd=uri-miss | MISS",
                "fwd=vary-miss; collapsed | MISS",
                "fwd=partial | MISS",
                "fwd=bypass; fwd-status=304 | BYPASS",
                "fwd=method | BYPASS",
                "detail=only-if-cached | UNANSWERED"
            })
    void outcomeFollowsFromTheParameters(String parameters, Outcome outcome) {
        assertThat(parse("HttpCached; " + parameters).outcome()).isEqualTo(outcome);
    }
}
