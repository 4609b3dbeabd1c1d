package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDirectivesTest {

    private static RequestDirectives read(String value) {
        return RequestDirectives.of(Fields.of("Cache-Control", value));
    }

    @Test
    void withoutTheFieldsThereAreNoneAndNothingIsAllocated() {
        assertThat(RequestDirectives.of(Fields.of("Accept", "*/*"))).isSameAs(RequestDirectives.NONE);
    }

    @Test
    void allDirectivesAreRead() {
        assertThat(read("no-cache, no-store,only-if-cached, max-age=1, min-fresh=2, max-stale=3, stale-if-error=4"))
                .isEqualTo(new RequestDirectives(true, true, true, 1, 2, 3, 4));
    }

    @Test
    void namesAreComparedWithoutRegardToCase() {
        assertThat(read("No-Cache").noCache()).isTrue();
        assertThat(read("MAX-AGE=\"5\"").maxAge()).isEqualTo(5);
    }

    @Test
    void maxStaleWithoutAnArgumentHasNoLimit() {
        assertThat(read("max-stale").maxStale()).isEqualTo(Digits.MAX);
        assertThat(read("max-stale=5, max-stale").maxStale()).isEqualTo(5);
    }

    @Test
    void ofRepeatedDirectivesTheMostRestrictiveCounts() {
        RequestDirectives read = RequestDirectives.of(Fields.of(
                "Cache-Control", "max-age=5, min-fresh=5, max-stale=5, stale-if-error=5",
                "Cache-Control", "max-age=4, min-fresh=6, max-stale=4, stale-if-error=4"));
        assertThat(read).isEqualTo(new RequestDirectives(false, false, false, 4, 6, 4, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-age",
                "max-age=",
                "max-age=-1",
                "max-age=x",
                "max-age=1 2",
                "min-fresh=x",
                "max-stale=x",
                "max-stale=",
                "max-stale 5",
                "stale-if-error",
                "x=\"no-cache\"",
                "immutable",
                "nocache"
            })
    void whatIsInvalidOrUnknownIsIgnored(String value) {
        assertThat(read(value)).isEqualTo(RequestDirectives.NONE);
    }

    @ParameterizedTest
    @CsvSource({"no-cache, true", "No-Cache, true", "'foo=bar, no-cache', true", "no-store, false", "'', false"})
    void pragmaSaysNoCacheWhereThereIsNoCacheControl(String pragma, boolean noCache) {
        assertThat(RequestDirectives.of(Fields.of("Pragma", pragma)).noCache()).isEqualTo(noCache);
    }

    @Test
    void pragmaSaysNothingBesideCacheControl() {
        Fields fields = Fields.of("Pragma", "no-cache", "Cache-Control", "max-age=5");
        assertThat(RequestDirectives.of(fields).noCache()).isFalse();
    }

    @Property
    void noTextMakesItThrow(@ForAll String control, @ForAll String pragma) {
        RequestDirectives.of(Fields.of("Cache-Control", control));
        RequestDirectives.of(Fields.of("Pragma", pragma));
    }

    @Test
    void aMalformedRepetitionDoesNotWithdrawADirective() {
        assertThat(RequestDirectives.of(Fields.of("Cache-Control", "max-age=5, max-age=x"))
                        .maxAge())
                .isEqualTo(5);
        assertThat(RequestDirectives.of(Fields.of("Cache-Control", "max-age=x, max-age=5"))
                        .maxAge())
                .isEqualTo(5);
    }
}
