package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    private static final long YEAR_0 = -62_167_219_200_000L;
    private static final long END_OF_YEAR_9999 = 253_402_300_799_999L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 06 08:49:37 1994",
                "  Sun, 06 Nov 1994 08:49:37 GMT\t",
                "sUN, 06 nOV 1994 08:49:37 gmt",
                "SUNDAY, 06-NOV-94 08:49:37 GMT"
            })
    void theThreeFormatsAreUnderstoodWithoutRegardToCase(String text) {
        assertThat(HttpDate.parse(text, Samples.NOW)).isEqualTo(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @Test
    void theFirstDayAndTheFirstMonthAreNamesLikeTheOthers() {
        Instant monday = Instant.parse("2026-01-05T00:00:00Z");
        assertThat(HttpDate.parse("Mon, 05 Jan 2026 00:00:00 GMT", Samples.NOW)).isEqualTo(monday);
        assertThat(HttpDate.parse("Monday, 05-Jan-26 00:00:00 GMT", Samples.NOW))
                .isEqualTo(monday);
        assertThat(HttpDate.parse("Mon Jan  5 00:00:00 2026", Samples.NOW)).isEqualTo(monday);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "now",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "Sun, 06 Nov 1994 08:49:37 EST",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun,  06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 8:49:37 GMT",
                "Sun, 06 Nov 1994 08:49 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:60:00 GMT",
                "Sun, 06 Nov 1994 08:49:61 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Son, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Now 1994 08:49:37 GMT",
                "Sun, 06-Nov-1994 08:49:37 GMT",
                "Sun 06 Nov 1994 08:49:37 GMT",
                "Sonntag, 06-Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 UTC",
                "Sunday, 06-Nov-1994 08:49:37 GMT",
                "Son Nov  6 08:49:37 1994",
                "Sun Nov 6 08:49:37 1994",
                "Sun Nov  6 08:49:37 1994 GMT"
            })
    void whatIsNoneOfThemIsNoDate(String text) {
        assertThat(HttpDate.parse(text, Samples.NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "75, 2075",
        "76, 2076",
        "77, 1977",
        "99, 1999",
        "00, 2000",
        "26, 2026",
    })
    void twoDigitsOfAYearReachAtMostFiftyYearsAhead(String digits, int year) {
        Instant date = HttpDate.parse("Sunday, 01-Jan-" + digits + " 00:00:00 GMT", Samples.NOW);
        assertThat(date).isEqualTo(Instant.parse(year + "-01-01T00:00:00Z"));
    }

    @Test
    void theFiftyYearsAreCountedToTheSecond() {
        assertThat(HttpDate.parse("Sunday, 01-Mar-76 12:00:00 GMT", Samples.NOW))
                .isEqualTo(Instant.parse("2076-03-01T12:00:00Z"));
        assertThat(HttpDate.parse("Sunday, 01-Mar-76 12:00:01 GMT", Samples.NOW))
                .isEqualTo(Instant.parse("1976-03-01T12:00:01Z"));
    }

    @Test
    void aLeapSecondIsTheFirstOfTheNextMinute() {
        assertThat(HttpDate.parse("Sat, 31 Dec 2016 23:59:60 GMT", Samples.NOW))
                .isEqualTo(Instant.parse("2017-01-01T00:00:00Z"));
    }

    @Test
    void aDateIsWrittenAsImfFixdate() {
        assertThat(HttpDate.format(Instant.parse("1994-11-06T08:49:37.999Z").toEpochMilli()))
                .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        assertThat(HttpDate.format(-1)).isEqualTo("Wed, 31 Dec 1969 23:59:59 GMT");
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll @LongRange(min = YEAR_0, max = END_OF_YEAR_9999) long millis) {
        Instant second = Instant.ofEpochSecond(Math.floorDiv(millis, 1000L));
        assertThat(HttpDate.parse(HttpDate.format(millis), Samples.NOW)).isEqualTo(second);
    }

    @Property
    void noTextMakesItThrow(@ForAll String text, @ForAll("garbled") String garbled) {
        HttpDate.parse(text, Samples.NOW);
        HttpDate.parse(garbled, Samples.NOW);
    }

    /** Dates with some characters replaced, which get further into the parser than any text. */
    @Provide
    Arbitrary<String> garbled() {
        Arbitrary<String> dates = Arbitraries.of(
                "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994");
        return dates.flatMap(
                date -> Arbitraries.integers().between(0, date.length() - 1).flatMap(at -> Arbitraries.chars()
                        .map(c -> date.substring(0, at) + c + date.substring(at + 1))));
    }
}
