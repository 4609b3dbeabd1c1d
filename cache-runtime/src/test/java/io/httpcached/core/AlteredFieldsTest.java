package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlteredFieldsTest {

    private static final Fields WHOLE = Fields.of(
            "Content-Type", "application/json",
            "Cache-Control", "max-age=60",
            "ETag", "\"a\"",
            "Last-Modified", "Sat, 28 Nov 2026 12:00:00 GMT",
            "Content-Digest", "x",
            "X-Other", "1",
            "X-Other", "2",
            "Age", "5");

    private static Fields newBody(Fields current, Fields rendered) {
        return AlteredFields.ofNewBody(current, rendered, WHOLE, true);
    }

    @Test
    void newBodyHasNoFieldsOfTheOldOne() {
        assertThat(newBody(WHOLE, WHOLE))
                .isEqualTo(Fields.of(
                        "Content-Type", "application/json",
                        "Cache-Control", "no-cache",
                        "X-Other", "1",
                        "X-Other", "2",
                        "Age", "5"));
    }

    @Test
    void fieldsOfTheFilterStay() {
        Fields current =
                WHOLE.with("ETag", "\"own\"").with("Content-Type", "text/plain").with("Cache-Control", "max-age=1");
        Fields fields = newBody(current, WHOLE);
        assertThat(fields.first("ETag")).isEqualTo("\"own\"");
        assertThat(fields.first("Content-Type")).isEqualTo("text/plain");
        assertThat(fields.first("Cache-Control")).isEqualTo("max-age=1");
    }

    @Test
    void lifetimeOfTheHandlerStays() {
        assertThat(AlteredFields.ofNewBody(WHOLE, WHOLE, WHOLE, false).first("Cache-Control"))
                .isEqualTo("max-age=60");
    }

    @Test
    void privateResponseStaysPrivate() {
        Fields personal = WHOLE.with("Cache-Control", "private, max-age=60");
        assertThat(newBody(personal, personal).first("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void codingOfTheCacheIsRemovedAndThatOfTheHandlerStays() {
        Fields gzip = WHOLE.plus("Content-Encoding", "gzip");
        assertThat(newBody(gzip, gzip).has("Content-Encoding")).isFalse();
        assertThat(AlteredFields.ofNewBody(gzip, gzip, gzip, true).first("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void newBodyOf304HasTheFieldsOfTheFullResponse() {
        Fields notModified = ServedFields.notModified(WHOLE);
        Fields fields = newBody(notModified.plus("X-Filter", "1"), notModified);
        assertThat(fields.all("X-Other")).containsExactly("1", "2");
        assertThat(fields.all("Content-Type")).containsExactly("application/json");
        assertThat(fields.all("X-Filter")).containsExactly("1");
        assertThat(fields.has("ETag")).isFalse();
        assertThat(fields.all("Age")).containsExactly("5");
    }

    @Test
    void newBodyOfARangeIsWhole() {
        Fields parts = ServedFields.multipart(WHOLE, "b", 100);
        Fields fields = newBody(parts, parts);
        assertThat(fields.first("Content-Type")).isEqualTo("application/json");
        assertThat(fields.has("Content-Length")).isFalse();
        Fields part = ServedFields.partial(WHOLE, new ByteRange(0, 3), 10);
        assertThat(newBody(part, part).has("Content-Range")).isFalse();
    }

    @Test
    void cookieOfAFilterForbidsAllCaches() {
        Fields rendered = WHOLE.plus("Expires", "x")
                .plus("CDN-Cache-Control", "max-age=60")
                .plus("Cache-Control", "s-maxage=9")
                .plus("Surrogate-Control", "max-age=60");
        Fields fields = AlteredFields.withCookies(rendered.plus("Set-Cookie", "a=b"), rendered);
        assertThat(fields.all("Cache-Control")).containsExactly("private, no-store");
        assertThat(fields.has("Expires")).isFalse();
        assertThat(fields.has("CDN-Cache-Control")).isFalse();
        assertThat(fields.has("Surrogate-Control")).isFalse();
        assertThat(fields.first("ETag")).isEqualTo("\"a\"");
    }

    @Test
    void cookieOfTheHandlerChangesNothing() {
        Fields rendered = WHOLE.plus("Set-Cookie", "a=b");
        assertThat(AlteredFields.withCookies(rendered, rendered)).isSameAs(rendered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private", "private, max-age=5"})
    void filterThatForbidsSharedCachesDecidesItself(String control) {
        Fields current = WHOLE.with("Cache-Control", control).plus("Set-Cookie", "a=b");
        assertThat(AlteredFields.withCookies(current, WHOLE)).isSameAs(current);
    }

    @ParameterizedTest
    @CsvSource({"max-age=5", "no-cache", "'private=\"Set-Cookie\", max-age=5'"})
    void otherFieldsOfTheFilterDoNotAllowCookies(String control) {
        Fields current = WHOLE.with("Cache-Control", control).plus("Set-Cookie", "a=b");
        assertThat(AlteredFields.withCookies(current, WHOLE).all("Cache-Control"))
                .containsExactly("private, no-store");
    }
}
