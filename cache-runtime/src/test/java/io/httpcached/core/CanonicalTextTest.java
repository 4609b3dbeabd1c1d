package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTextTest {

    @Test
    void writesEachTypeAsDocumented() {
        assertThat(CanonicalText.of("a b")).isEqualTo("a b");
        assertThat(CanonicalText.of(7)).isEqualTo("7");
        assertThat(CanonicalText.of(new BigInteger("-70"))).isEqualTo("-70");
        assertThat(CanonicalText.of(true)).isEqualTo("true");
        assertThat(CanonicalText.of(TimeUnit.DAYS)).isEqualTo("DAYS");
        assertThat(CanonicalText.of(UUID.fromString("6F9619FF-8B86-D011-B42D-00CF4FC964FF")))
                .isEqualTo("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
        assertThat(CanonicalText.of(OffsetDateTime.parse("2026-01-01T00:00:00.000Z")))
                .isEqualTo("2026-01-01T00:00Z");
        assertThat(CanonicalText.of(Duration.ofSeconds(90))).isEqualTo("PT1M30S");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "1.50, 1.5",
        "100, 100",
        "1e2, 100",
        "0.00, 0",
        "-0.0, 0",
        "1e40, 10000000000000000000000000000000000000000",
        "10e40, 1E+41",
        "0.1e-39, 0.0000000000000000000000000000000000000001",
        "1e-41, 1E-41",
        "1E+1000000000, 1E+1000000000",
    })
    void decimalsAreShortAndHaveNoTrailingZeros(String decimal, String text) {
        assertThat(CanonicalText.of(new BigDecimal(decimal))).isEqualTo(text);
    }

    @Test
    void numbersOfAllTypesHaveTheSameText() {
        assertThat(CanonicalText.of(1.0)).isEqualTo("1");
        assertThat(CanonicalText.of(0.1)).isEqualTo("0.1");
        assertThat(CanonicalText.of(0.1f)).isEqualTo("0.1");
        assertThat(CanonicalText.of(1e10)).isEqualTo("10000000000");
        assertThat(CanonicalText.of(Double.NaN)).isEqualTo("NaN");
        assertThat(CanonicalText.of(Float.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Property
    void integersLoseZerosAndPlus(@ForAll long value, @ForAll @IntRange(max = 30) int zeros) {
        String shortest = Long.toString(value);
        String digits = "0".repeat(zeros) + shortest.replace("-", "");
        assertThat(CanonicalText.integer((value < 0 ? "-" : "+") + digits)).isEqualTo(shortest);
        assertThat(CanonicalText.integer((value < 0 ? "-" : "") + digits)).isEqualTo(shortest);
    }

    @Test
    void textThatIsNoIntegerStaysAsItIs() {
        for (String text : new String[] {"", "-", "7.0", "0x7", "99999999999999999999", " 7"}) {
            assertThat(CanonicalText.integer(text)).isSameAs(text);
        }
    }

    @Test
    void canonicalIntegerIsNotCopied() {
        String text = new String("42".toCharArray());
        assertThat(CanonicalText.integer(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "6f9619ff-8b86-d011-b42d-00cf4fc964ff, true",
        "6F9619ff-8b86-d011-b42d-00cf4fc964ff, false",
        "6f9619ff-8b86-d011-b42d-0cf4fc964ff, false",
        "6f9619ff08b86-d011-b42d-00cf4fc964ff, false",
        "6f9619ff-8b86-d011-b42d-00cf4fc964fg, false",
    })
    void recognizesTheCanonicalTextOfUuids(String text, boolean canonical) {
        assertThat(CanonicalText.isUuid(text)).isEqualTo(canonical);
    }
}
