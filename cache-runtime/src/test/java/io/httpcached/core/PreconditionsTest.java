package io.httpcached.core;

import static io.httpcached.core.Samples.NOW;
import static io.httpcached.core.Samples.NOW_TEXT;
import static io.httpcached.core.Samples.get;
import static io.httpcached.core.Samples.request;
import static io.httpcached.core.Samples.stored;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Preconditions.Verdict;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    private static final EntityTag STRONG = new EntityTag(false, "a");
    private static final EntityTag WEAK = new EntityTag(true, "a");
    private static final Instant MODIFIED = Instant.parse("2026-03-01T11:00:00Z");
    private static final String BEFORE = "Sun, 01 Mar 2026 10:59:59 GMT";
    private static final String EXACTLY = "Sun, 01 Mar 2026 11:00:00 GMT";
    private static final String LATER = "Sun, 01 Mar 2026 11:00:01 GMT";

    private static Verdict evaluate(CacheRequest request) {
        return Preconditions.evaluate(request, 200, STRONG, MODIFIED, NOW);
    }

    @Test
    void withoutConditionsTheAnswerIsGiven() {
        assertThat(Preconditions.isConditional(get("Accept", "*/*"))).isFalse();
        assertThat(evaluate(get("Accept", "*/*"))).isEqualTo(Verdict.PROCEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "if-match"})
    void fourFieldsAreConditions(String name) {
        assertThat(Preconditions.isConditional(get(name, ""))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\" | NOT_MODIFIED",
                "W/\"a\" | NOT_MODIFIED",
                "\"b\", W/\"a\" | NOT_MODIFIED",
                "garbage, \"a\" | NOT_MODIFIED",
                "* | NOT_MODIFIED",
                "` * ` | NOT_MODIFIED",
                "\"b\" | PROCEED",
                "\"A\" | PROCEED",
                "a | PROCEED",
                "`` | PROCEED",
                "\"*\" | PROCEED"
            })
    void ifNoneMatchComparesWeakly(String value, Verdict verdict) {
        assertThat(evaluate(get("If-None-Match", value))).isEqualTo(verdict);
        assertThat(evaluate(request("HEAD", "If-None-Match", value))).isEqualTo(verdict);
        assertThat(Preconditions.evaluate(get("If-None-Match", value), 200, WEAK, null, NOW))
                .isEqualTo(verdict);
    }

    @Test
    void ifNoneMatchMaySpreadOverLines() {
        assertThat(evaluate(get("If-None-Match", "\"b\"", "If-None-Match", "\"a\"")))
                .isEqualTo(Verdict.NOT_MODIFIED);
    }

    @Test
    void ifNoneMatchFailsForOtherMethods() {
        assertThat(evaluate(request("PUT", "If-None-Match", "*"))).isEqualTo(Verdict.FAILED);
        assertThat(evaluate(request("PUT", "If-None-Match", "\"b\""))).isEqualTo(Verdict.PROCEED);
    }

    @Test
    void withoutATagOnlyTheStarMatches() {
        assertThat(Preconditions.evaluate(get("If-None-Match", "*"), 200, null, null, NOW))
                .isEqualTo(Verdict.NOT_MODIFIED);
        assertThat(Preconditions.evaluate(get("If-None-Match", "\"a\""), 200, null, null, NOW))
                .isEqualTo(Verdict.PROCEED);
        assertThat(Preconditions.evaluate(get("If-Match", "*"), 200, null, null, NOW))
                .isEqualTo(Verdict.PROCEED);
        assertThat(Preconditions.evaluate(get("If-Match", "\"a\""), 200, null, null, NOW))
                .isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\" | PROCEED",
                "\"b\", \"a\" | PROCEED",
                "* | PROCEED",
                "W/\"a\" | FAILED",
                "\"b\" | FAILED",
                "garbage | FAILED",
                "`` | FAILED"
            })
    void ifMatchComparesStrongly(String value, Verdict verdict) {
        assertThat(evaluate(get("If-Match", value))).isEqualTo(verdict);
    }

    @Test
    void aWeakTagNeverMatchesStrongly() {
        assertThat(Preconditions.evaluate(get("If-Match", "W/\"a\""), 200, WEAK, null, NOW))
                .isEqualTo(Verdict.FAILED);
        assertThat(Preconditions.evaluate(get("If-Match", "\"a\""), 200, WEAK, null, NOW))
                .isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                BEFORE + " | PROCEED",
                EXACTLY + " | NOT_MODIFIED",
                LATER + " | NOT_MODIFIED",
                "Sunday, 01-Mar-26 11:00:00 GMT | NOT_MODIFIED",
                "Sun Mar  1 11:00:00 2026 | NOT_MODIFIED",
                "yesterday | PROCEED",
                "0 | PROCEED"
            })
    void ifModifiedSinceComparesDates(String value, Verdict verdict) {
        assertThat(evaluate(get("If-Modified-Since", value))).isEqualTo(verdict);
        assertThat(evaluate(request("HEAD", "If-Modified-Since", value))).isEqualTo(verdict);
        assertThat(evaluate(request("PUT", "If-Modified-Since", value))).isEqualTo(Verdict.PROCEED);
    }

    @Test
    void aDateThatIsGivenTwiceIsIgnored() {
        assertThat(evaluate(get("If-Modified-Since", LATER, "If-Modified-Since", LATER)))
                .isEqualTo(Verdict.PROCEED);
        assertThat(evaluate(get("If-Unmodified-Since", BEFORE, "If-Unmodified-Since", BEFORE)))
                .isEqualTo(Verdict.PROCEED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {BEFORE + " | FAILED", EXACTLY + " | PROCEED", LATER + " | PROCEED", "yesterday | PROCEED"})
    void ifUnmodifiedSinceComparesDates(String value, Verdict verdict) {
        assertThat(evaluate(get("If-Unmodified-Since", value))).isEqualTo(verdict);
    }

    @Test
    void datesAreIgnoredWithoutAModificationDate() {
        assertThat(Preconditions.evaluate(get("If-Modified-Since", LATER), 200, STRONG, null, NOW))
                .isEqualTo(Verdict.PROCEED);
        assertThat(Preconditions.evaluate(get("If-Unmodified-Since", BEFORE), 200, STRONG, null, NOW))
                .isEqualTo(Verdict.PROCEED);
    }

    @Test
    void tagsGoBeforeDates() {
        assertThat(evaluate(get("If-None-Match", "\"b\"", "If-Modified-Since", LATER)))
                .isEqualTo(Verdict.PROCEED);
        assertThat(evaluate(get("If-None-Match", "\"a\"", "If-Modified-Since", BEFORE)))
                .isEqualTo(Verdict.NOT_MODIFIED);
        assertThat(evaluate(get("If-Match", "\"a\"", "If-Unmodified-Since", BEFORE)))
                .isEqualTo(Verdict.PROCEED);
        assertThat(evaluate(get("If-None-Match", "garbage", "If-Modified-Since", LATER)))
                .isEqualTo(Verdict.PROCEED);
    }

    @Test
    void ifMatchGoesBeforeIfNoneMatch() {
        assertThat(evaluate(get("If-Match", "\"b\"", "If-None-Match", "\"a\""))).isEqualTo(Verdict.FAILED);
        assertThat(evaluate(get("If-Match", "\"a\"", "If-None-Match", "\"a\""))).isEqualTo(Verdict.NOT_MODIFIED);
        assertThat(evaluate(get("If-Unmodified-Since", LATER, "If-None-Match", "\"a\"")))
                .isEqualTo(Verdict.NOT_MODIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "204, true",
        "299, true",
        "199, false",
        "300, false",
        "301, false",
        "404, false",
        "500, false"
    })
    void conditionsApplyToSuccessAlone(int status, boolean apply) {
        CacheRequest known = get("If-None-Match", "*");
        CacheRequest unknown = get("If-Match", "\"b\"");
        assertThat(Preconditions.evaluate(known, status, STRONG, null, NOW))
                .isEqualTo(apply ? Verdict.NOT_MODIFIED : Verdict.PROCEED);
        assertThat(Preconditions.evaluate(unknown, status, STRONG, null, NOW))
                .isEqualTo(apply ? Verdict.FAILED : Verdict.PROCEED);
    }

    @Test
    void theDateOfAStoredResponseStandsInForItsModificationDate() {
        StoredResponse undated = stored(ttl(60).build());
        assertThat(Preconditions.evaluate(get("If-Modified-Since", NOW_TEXT), undated, NOW))
                .isEqualTo(Verdict.NOT_MODIFIED);
        assertThat(Preconditions.evaluate(get("If-Modified-Since", LATER), undated, NOW))
                .isEqualTo(Verdict.PROCEED);
        assertThat(Preconditions.evaluate(get("If-Unmodified-Since", LATER), undated, NOW))
                .isEqualTo(Verdict.PROCEED);
        StoredResponse dated = stored(ttl(60).build(), "Last-Modified", EXACTLY);
        assertThat(Preconditions.evaluate(get("If-Modified-Since", EXACTLY), dated, NOW))
                .isEqualTo(Verdict.NOT_MODIFIED);
        assertThat(Preconditions.evaluate(get("If-Modified-Since", BEFORE), dated, NOW))
                .isEqualTo(Verdict.PROCEED);
    }

    @Test
    void aStoredResponseThatIsNoSuccessIsGivenWhateverTheCondition() {
        StoredResponse notFound =
                new StoredResponse(404, Fields.of("ETag", "\"a\""), new byte[0], Lifetime.none(0), NOW, NOW);
        assertThat(Preconditions.evaluate(get("If-None-Match", "\"a\""), notFound, NOW))
                .isEqualTo(Verdict.PROCEED);
    }

    @Property
    void noTextMakesItThrow(@ForAll String text) {
        for (String name : new String[] {"If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"}) {
            assertThat(evaluate(get(name, text))).isNotNull();
        }
    }
}
