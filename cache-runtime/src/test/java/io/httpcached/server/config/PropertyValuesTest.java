package io.httpcached.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.annotation.RequestDirectives;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of properties, and the messages about invalid ones. */
class PropertyValuesTest {

    private static final List<RequestDirectives> CHOICES = List.of(RequestDirectives.HONOR, RequestDirectives.IGNORE);

    @ParameterizedTest
    @CsvSource({"1, 1", "512KB, 524288", "512kb, 524288", "1MB, 1048576", "1gB, 1073741824", "2147483647, 2147483647"})
    void sizesAreBytesWithAnOptionalUnit(String text, long bytes) {
        assertThat(PropertyValues.size("p", text, Integer.MAX_VALUE)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "64 parsecs",
                "0",
                "0MB",
                "-1",
                "1.5MB",
                "MB",
                "64MiB",
                "2GB",
                "2147483648",
                "9999999999GB",
                "99999999999999999999"
            })
    void anInvalidSizeNamesThePropertyTheRangeAndTheValue(String text) {
        assertInvalid(
                () -> PropertyValues.size("p", text, Integer.MAX_VALUE),
                "p must be a size from 1 to 2147483647 bytes, such as 512KB, 64MB or 1GB, but was '" + text + "'.");
    }

    @ParameterizedTest
    @CsvSource({"10%, 10%", "0%, 0s", "99%, 99%", "1m30s, 90s", "PT5S, 5s", "0s, 0s", "2000ms, 2s"})
    void sharesArePercentagesOrTimes(String text, String share) {
        assertThat(PropertyValues.optionalShare("p", text)).hasToString(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "-1%", "1.5%", "%", "ten%", "10 %", "10%%", "250ms", "1s1ms", "-5s", "ten", "10"})
    void anInvalidShareNamesThePropertyTheFormsAndTheValue(String text) {
        assertInvalid(
                () -> PropertyValues.optionalShare("p", text),
                "p must be a percentage from 0% to 99%, or a duration of whole seconds such as 30s, but was '" + text
                        + "'.");
    }

    @Test
    void aTimeoutIsAtLeastOneMillisecond() {
        assertThat(PropertyValues.optionalPositiveDuration("p", "200ms")).isEqualTo(Duration.ofMillis(200));
        assertThat(PropertyValues.optionalPositiveDuration("p", null)).isNull();
        assertThat(PropertyValues.optionalPositiveDuration("p", "")).isNull();
        assertInvalid(
                () -> PropertyValues.optionalPositiveDuration("p", "0s"),
                "p must be a duration of at least 1ms, such as 250ms, 10s or PT10S, but was '0s'.");
    }

    @Test
    void aShareMayBeMissing() {
        assertThat(PropertyValues.optionalShare("p", null)).isNull();
        assertThat(PropertyValues.optionalShare("p", "")).isNull();
    }

    @Test
    void wholeNumbersHaveAMinimum() {
        assertThat(PropertyValues.integer("p", "1", 1)).isEqualTo(1);
        assertThat(PropertyValues.integer("p", "-7", Integer.MIN_VALUE)).isEqualTo(-7);
        assertInvalid(
                () -> PropertyValues.integer("p", "0", 1), "p must be a whole number of at least 1, but was '0'.");
        assertInvalid(
                () -> PropertyValues.integer("p", "many", 0),
                "p must be a whole number of at least 0, but was 'many'.");
        assertInvalid(
                () -> PropertyValues.integer("p", "first", Integer.MIN_VALUE),
                "p must be a whole number, but was 'first'.");
    }

    @Test
    void aChoiceNamesWhatIsAllowed() {
        assertThat(PropertyValues.choice("p", "Ignore", CHOICES)).isEqualTo(RequestDirectives.IGNORE);
        assertInvalid(
                () -> PropertyValues.choice("p", "ignored", CHOICES), "p must be honor or ignore, but was 'ignored'.");
    }

    @Test
    void aDurationMayBeMissing() {
        assertThat(PropertyValues.optionalDuration("p", null)).isNull();
        assertThat(PropertyValues.optionalDuration("p", "")).isNull();
        assertThat(PropertyValues.optionalDuration("p", "90s")).isEqualTo(Duration.ofSeconds(90));
        assertInvalid(
                () -> PropertyValues.optionalDuration("p", "soon"),
                "p must be a duration such as 90s, 10m or PT10M, but was 'soon'.");
    }

    @Test
    void statusesAreFinal() {
        assertThat(PropertyValues.statuses("p", List.of("200", "404"))).containsExactlyInAnyOrder(200, 404);
        assertInvalid(
                () -> PropertyValues.statuses("p", List.of("200", "ok")),
                "p must be status codes from 200 to 599, such as 200,404, but was 'ok'.");
    }

    @Test
    void namesAreTokens() {
        assertThat(PropertyValues.token("p", "X-Cache")).isEqualTo("X-Cache");
        assertInvalid(
                () -> PropertyValues.token("p", "X Cache"),
                "p must be a token as RFC 9110 defines it, such as X-Cache, but was 'X Cache'.");
    }

    private static void assertInvalid(ThrowingCallable parse, String message) {
        assertThatThrownBy(parse).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }
}
