package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseSyntaxTest {

    private static final Lifetime MINUTE = new Lifetime(60, 0, 0, 0, false, false, false, false);

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "599, true",
        "404, true",
        "199, false",
        "100, false",
        "600, false",
        "9999, false",
        "-1, false"
    })
    void theStatusIsFinal(int status, boolean valid) {
        assertThat(ResponseSyntax.isValid(response(status, Fields.EMPTY, MINUTE, Samples.NOW)))
                .isEqualTo(valid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A B", "A:", "A\n", "A\u00E4", "A\0"})
    void aFieldNameIsAToken(String name) {
        assertThat(valid(name, "b")).isFalse();
        assertThat(valid("Name", "b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" b", "\tb", "a\r\nB: c", "a\nb", "a\rb", "a\0b", "a\u000Bb", "a\u007Fb", "\0"})
    void aFieldValueHasNoControlCharactersAndNoSpaceInFront(String value) {
        assertThat(valid("A", value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b", "a b", "a\tb", "a ", "\u00E4\u20AC", "\"a\", b"})
    void anyOtherFieldValueIsValid(String value) {
        assertThat(valid("A", value)).isTrue();
    }

    @Test
    void durationsAndTimesAreThoseThatTheCacheStores() {
        for (long seconds : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(valid(new Lifetime(seconds, 0, 0, 0, false, false, false, false)))
                    .isFalse();
            assertThat(valid(new Lifetime(0, seconds, 0, 0, false, false, false, false)))
                    .isFalse();
            assertThat(valid(new Lifetime(0, 0, seconds, 0, false, false, false, false)))
                    .isFalse();
            assertThat(valid(new Lifetime(0, 0, 0, seconds, false, false, false, false)))
                    .isFalse();
        }
        assertThat(valid(new Lifetime(Digits.MAX, 2 * Digits.MAX, Digits.MAX, Digits.MAX, true, true, true, true)))
                .isTrue();
        for (long millis : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(ResponseSyntax.isValid(response(200, Fields.EMPTY, MINUTE, millis)))
                    .isFalse();
        }
    }

    private static boolean valid(String name, String value) {
        return ResponseSyntax.isValid(response(200, Fields.of("A", "b", name, value), MINUTE, Samples.NOW));
    }

    private static boolean valid(Lifetime lifetime) {
        return ResponseSyntax.isValid(response(200, Fields.EMPTY, lifetime, Samples.NOW));
    }

    private static StoredResponse response(int status, Fields fields, Lifetime lifetime, long millis) {
        return new StoredResponse(status, fields, Samples.BODY, lifetime, millis, millis);
    }
}
