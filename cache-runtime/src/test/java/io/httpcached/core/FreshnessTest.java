package io.httpcached.core;

import static io.httpcached.core.Samples.NOW;
import static io.httpcached.core.Samples.NOW_TEXT;
import static io.httpcached.core.Samples.after;
import static io.httpcached.core.Samples.policy;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {

    private static final String IN_A_MINUTE = HttpDate.format(after(60));
    private static final String LAST_HOUR = HttpDate.format(after(-3600));

    private static long lifetime(CachePolicy policy, int status, String... fields) {
        CacheResponse response = new CacheResponse(status, Fields.of(fields));
        return Freshness.lifetime(response, policy.directives().read(response.fields()), NOW, policy);
    }

    private static long lifetime(String... fields) {
        return lifetime(ttl(5).build(), 200, fields);
    }

    @Test
    void sMaxAgeGoesBeforeMaxAgeBeforeExpiresBeforeTheTtl() {
        assertThat(lifetime("Cache-Control", "max-age=7, s-maxage=8", "Expires", IN_A_MINUTE))
                .isEqualTo(8);
        assertThat(lifetime("Cache-Control", "max-age=7", "Expires", IN_A_MINUTE))
                .isEqualTo(7);
        assertThat(lifetime("Expires", IN_A_MINUTE)).isEqualTo(60);
        assertThat(lifetime()).isEqualTo(5);
        assertThat(lifetime(policy(), 200)).isEqualTo(Freshness.NONE);
    }

    @Test
    void aPrivateCacheIgnoresSMaxAge() {
        CachePolicy perUser = ttl(5).sharing(Sharing.PRIVATE).build();
        assertThat(lifetime(perUser, 200, "Cache-Control", "max-age=7, s-maxage=8"))
                .isEqualTo(7);
        assertThat(lifetime(perUser, 200, "Cache-Control", "s-maxage=8")).isEqualTo(5);
    }

    @Test
    void whatMustAlwaysBeValidatedIsNeverFresh() {
        assertThat(lifetime("Cache-Control", "max-age=7, no-cache")).isZero();
        assertThat(lifetime("Cache-Control", "max-age=7, no-cache=\"x\"")).isEqualTo(7);
    }

    @Test
    void theTtlIsForTheListedStatuses() {
        assertThat(lifetime(ttl(5).build(), 404)).isEqualTo(Freshness.NONE);
        CachePolicy negative = ttl(5).statuses(Set.of(200, 404)).build();
        assertThat(lifetime(negative, 404)).isEqualTo(5);
        assertThat(lifetime(ttl(5).build(), 599, "Cache-Control", "max-age=7")).isEqualTo(7);
    }

    @Test
    void expiresCountsFromDateAndWithoutItFromTheArrival() {
        assertThat(lifetime("Expires", IN_A_MINUTE, "Date", HttpDate.format(after(-10))))
                .isEqualTo(70);
        assertThat(lifetime("Expires", IN_A_MINUTE, "Date", "yesterday")).isEqualTo(60);
        assertThat(lifetime("Expires", "Sunday, 01-Mar-26 12:01:00 GMT")).isEqualTo(60);
        assertThat(lifetime("Expires", "Sun Mar  1 12:01:00 2026")).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "never", "Sun, 01 Mar 2026 12:01:00 UTC", LAST_YEAR})
    void anInvalidOrPastExpiresIsStale(String expires) {
        assertThat(lifetime("Expires", expires)).isZero();
    }

    private static final String LAST_YEAR = "Sat, 01 Mar 2025 12:00:00 GMT";

    @Test
    void expiresThatContradictsItselfIsStale() {
        assertThat(lifetime("Expires", IN_A_MINUTE, "Expires", IN_A_MINUTE)).isEqualTo(60);
        assertThat(lifetime("Expires", IN_A_MINUTE, "Expires", LAST_HOUR)).isZero();
    }

    @Test
    void expiresFarAheadIsAVeryLongTime() {
        assertThat(lifetime("Expires", "Fri, 31 Dec 9999 23:59:59 GMT")).isEqualTo(Digits.MAX);
    }

    @Test
    void pragmaInAResponseMeansNothing() {
        assertThat(lifetime("Pragma", "no-cache")).isEqualTo(5);
    }

    @Test
    void aLifetimeIsGuessedOnlyWhenThePolicyAllowsIt() {
        CachePolicy guessing = CachePolicy.builder().heuristicFreshness(true).build();
        assertThat(lifetime(guessing, 200, "Last-Modified", LAST_HOUR)).isEqualTo(360);
        assertThat(lifetime(policy(), 200, "Last-Modified", LAST_HOUR)).isEqualTo(Freshness.NONE);
        assertThat(lifetime(guessing, 200, "Last-Modified", LAST_HOUR, "Date", HttpDate.format(after(-3500))))
                .isEqualTo(10);
    }

    @Test
    void nothingIsGuessedAgainstAnExplicitLifetimeOrWithoutADateToGuessFrom() {
        CachePolicy guessing = CachePolicy.builder().heuristicFreshness(true).build();
        assertThat(lifetime(guessing, 200, "Last-Modified", LAST_HOUR, "Cache-Control", "max-age=7"))
                .isEqualTo(7);
        assertThat(lifetime(guessing, 200, "Last-Modified", LAST_HOUR, "Expires", "0"))
                .isZero();
        assertThat(lifetime(guessing, 200)).isEqualTo(Freshness.NONE);
        assertThat(lifetime(guessing, 200, "Last-Modified", "long ago")).isEqualTo(Freshness.NONE);
        assertThat(lifetime(guessing, 200, "Last-Modified", IN_A_MINUTE)).isZero();
        CachePolicy withTtl = ttl(5).heuristicFreshness(true).build();
        assertThat(lifetime(withTtl, 200, "Last-Modified", LAST_HOUR)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "203, true",
        "204, true",
        "300, true",
        "301, true",
        "308, true",
        "404, true",
        "405, true",
        "410, true",
        "414, true",
        "501, true",
        "201, false",
        "302, false",
        "307, false",
        "403, false",
        "500, false",
        "503, false",
        "299, false"
    })
    void aLifetimeIsGuessedForStatusesThatAllowItOrPublicResponses(int status, boolean allowed) {
        CachePolicy guessing = CachePolicy.builder().heuristicFreshness(true).build();
        assertThat(lifetime(guessing, status, "Last-Modified", LAST_HOUR)).isEqualTo(allowed ? 360 : Freshness.NONE);
        assertThat(lifetime(guessing, status, "Last-Modified", LAST_HOUR, "Cache-Control", "public"))
                .isEqualTo(360);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "7 | 7",
                "007 | 7",
                "0 | 0",
                "7, 9 | 7",
                " 7 | 7",
                "99999999999 | 2147483648",
                // §5.1: what is invalid is ignored.
                "-7 | 0",
                "7.5 | 0",
                "7s | 0",
                "`` | 0",
                "x, 7 | 0"
            })
    void theAgeOfTheResponseCounts(String age, long expected) {
        assertThat(Freshness.initialAge(Fields.of("Age", age), NOW, NOW)).isEqualTo(expected);
    }

    @Test
    void ofSeveralAgeLinesTheFirstCounts() {
        assertThat(Freshness.initialAge(Fields.of("Age", "7", "Age", "900"), NOW, NOW))
                .isEqualTo(7);
    }

    @Test
    void theTimeTheHandlerTookIsAddedToAge() {
        assertThat(Freshness.initialAge(Fields.of("Age", "7"), after(-3), NOW)).isEqualTo(10);
        assertThat(Freshness.initialAge(Fields.EMPTY, after(-3), NOW)).isEqualTo(3);
        assertThat(Freshness.initialAge(Fields.EMPTY, after(3), NOW)).isZero();
    }

    @Test
    void theApparentAgeCountsIfItIsGreater() {
        String tenSecondsAgo = HttpDate.format(after(-10));
        assertThat(Freshness.initialAge(Fields.of("Date", tenSecondsAgo), NOW, NOW))
                .isEqualTo(10);
        assertThat(Freshness.initialAge(Fields.of("Date", tenSecondsAgo, "Age", "12"), NOW, NOW))
                .isEqualTo(12);
        assertThat(Freshness.initialAge(Fields.of("Date", IN_A_MINUTE), NOW, NOW))
                .isZero();
        assertThat(Freshness.initialAge(Fields.of("Date", NOW_TEXT), NOW, NOW)).isZero();
    }

    @Test
    void theCurrentAgeGrowsWithTheTimeInTheStore() {
        Lifetime lifetime = new Lifetime(60, 5, 0, 0, false, false, false, false);
        assertThat(Freshness.currentAge(lifetime, NOW, NOW)).isEqualTo(5);
        assertThat(Freshness.currentAge(lifetime, NOW, NOW + 1999)).isEqualTo(6);
    }

    @Property
    void noClockMakesAnAgeNegative(
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long requested,
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long responded,
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long now,
            @ForAll String age) {
        Fields fields = Fields.of("Date", NOW_TEXT, "Age", age);
        long initial = Freshness.initialAge(fields, requested, responded);
        Lifetime lifetime = new Lifetime(60, initial, 0, 0, false, false, false, false);
        assertThat(initial).isNotNegative();
        assertThat(Freshness.currentAge(lifetime, responded, now)).isGreaterThanOrEqualTo(initial);
    }
}
