package io.httpcached.core;

import static io.httpcached.core.Samples.NOW_TEXT;
import static io.httpcached.core.Samples.policy;
import static io.httpcached.core.Samples.stored;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedFieldsTest {

    private static final Fields FULL = Fields.of(
            "Content-Type", "text/plain",
            "content-length", "10",
            "Cache-Control", "max-age=60",
            "CDN-Cache-Control", "max-age=600",
            "Content-Location", "/a",
            "Date", NOW_TEXT,
            "ETag", "\"a\"",
            "Expires", NOW_TEXT,
            "Vary", "Accept",
            "Last-Modified", NOW_TEXT,
            "Content-Encoding", "gzip",
            "Content-MD5", "x",
            "Content-Digest", "x",
            "Repr-Digest", "x",
            "X-Other", "1",
            "Set-Cookie", "a=b",
            "Age", "5");

    private static String control(CachePolicy policy, long age, String... fields) {
        return String.valueOf(
                ServedFields.full(stored(policy, fields), age, policy).first("Cache-Control"));
    }

    @Test
    void aFullAnswerHasTheStoredFieldsToTheLetterAndAge() {
        String[] lines = {"Link", "<a>", "X-Empty", "", "link", "<b>", "Date", NOW_TEXT, "Cache-Control", "max-age=60"};
        assertThat(ServedFields.full(stored(policy(), lines), 7, policy()))
                .isEqualTo(Fields.of(lines).plus("Age", "7"));
    }

    @Test
    void theLifetimeThatIsToldIsTheWholeOneBecauseAgeTellsWhatIsGone() {
        assertThat(control(ttl(60).build(), 10)).isEqualTo("max-age=60");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10", "5, 15", "50, 60", "55, 60", "60, 60", "70, 60",
    })
    void aClientTtlCountsFromTheAnswerAndEndsWithTheLifetime(long age, long maxAge) {
        CachePolicy policy = ttl(60).clientTtl(Duration.ofSeconds(10)).build();
        assertThat(control(policy, age)).isEqualTo("max-age=" + maxAge);
    }

    @Test
    void aClientTtlOfZeroMakesClientsValidate() {
        assertThat(control(ttl(60).clientTtl(Duration.ZERO).build(), 10)).isEqualTo("no-cache");
    }

    @Test
    void aStoredLineThatClientsMayReceiveIsNotCopied() {
        CachePolicy policy = ttl(60).clientTtl(Duration.ZERO).build();
        String[] lines = {"Date", NOW_TEXT, "ETag", "\"a\"", "Cache-Control", "no-cache"};
        StoredResponse stored = stored(ttl(60).build()).withFields(Fields.of(lines));
        assertThat(ServedFields.full(stored, 7, policy))
                .isEqualTo(Fields.of(lines).plus("Age", "7"));
    }

    @Test
    void anEntryOfAnEarlierPolicyIsServedByTheRuleOfTheCurrentOne() {
        CachePolicy policy =
                ttl(60).clientTtl(Duration.ZERO).sharing(Sharing.PRIVATE).build();
        StoredResponse stored =
                stored(ttl(60).build()).withFields(Fields.of("Cache-Control", "private, max-age=60", "ETag", "\"a\""));
        assertThat(ServedFields.full(stored, 7, policy))
                .isEqualTo(Fields.of("Cache-Control", "private, no-cache", "ETag", "\"a\"", "Age", "7"));
    }

    @Test
    void aClientTtlKeepsTheScopeAndTellsNoWindows() {
        CachePolicy policy = ttl(60).clientTtl(Duration.ofSeconds(10))
                .staleIfError(Duration.ofSeconds(9))
                .sharing(Sharing.PUBLIC)
                .build();
        assertThat(control(policy, 1)).isEqualTo("public, max-age=11");
    }

    @Test
    void theHandlersOwnLifetimeWinsOverTheClientTtl() {
        CachePolicy policy = ttl(60).clientTtl(Duration.ofSeconds(10)).build();
        assertThat(control(policy, 5, "Cache-Control", "max-age=30")).isEqualTo("max-age=30");
        assertThat(control(policy, 5, "Cache-Control", "public")).isEqualTo("public");
    }

    @Test
    void notModifiedHasTheFieldsThatGuideCachesAndNoOthers() {
        assertThat(ServedFields.notModified(FULL))
                .isEqualTo(Fields.of(
                        "Cache-Control", "max-age=60",
                        "CDN-Cache-Control", "max-age=600",
                        "Content-Location", "/a",
                        "Date", NOW_TEXT,
                        "ETag", "\"a\"",
                        "Expires", NOW_TEXT,
                        "Vary", "Accept",
                        "Set-Cookie", "a=b",
                        "Age", "5"));
    }

    @Test
    void notModifiedHasTheModificationDateWhereThereIsNoTag() {
        assertThat(ServedFields.notModified(FULL.without("ETag")).first("Last-Modified"))
                .isEqualTo(NOW_TEXT);
    }

    @Test
    void namesAreRecognizedWithoutRegardToCase() {
        assertThat(ServedFields.notModified(
                        Fields.of("etag", "\"a\"", "CACHE-CONTROL", "x", "VARY", "y", "cache", "z")))
                .isEqualTo(Fields.of("etag", "\"a\"", "CACHE-CONTROL", "x", "VARY", "y"));
    }

    @Test
    void aPartTellsItsPlaceAndItsOwnLength() {
        assertThat(ServedFields.partial(FULL, new ByteRange(2, 4), 10))
                .isEqualTo(FULL.without("Content-Length", "Content-MD5", "Content-Digest")
                        .plus("Content-Range", "bytes 2-4/10")
                        .plus("Content-Length", "3"));
    }

    @Test
    void severalPartsHaveTheirOwnMediaType() {
        Fields fields = ServedFields.multipart(FULL, "B", 321);
        assertThat(fields.all("Content-Type")).containsExactly("multipart/byteranges; boundary=B");
        assertThat(fields.all("Content-Length")).containsExactly("321");
        assertThat(fields.has("Content-Range")).isFalse();
        assertThat(fields.first("ETag")).isEqualTo("\"a\"");
    }

    @Test
    void anUnsatisfiableRangeTellsTheLengthAndNothingToCacheBy() {
        assertThat(ServedFields.unsatisfiable(FULL, 10))
                .isEqualTo(Fields.of("Date", NOW_TEXT, "Content-Range", "bytes */10"));
        assertThat(ServedFields.unsatisfiable(Fields.EMPTY, 0)).isEqualTo(Fields.of("Content-Range", "bytes */0"));
    }

    @Test
    void notModifiedLeavesOutFieldsWhoseNamesAreAsLongAsThoseOfOthers() {
        Fields kept = Fields.of(
                "age", "1", "etag", "\"a\"", "date", "x", "vary", "Accept", "expires", "x", "set-cookie", "a=b");
        Fields others =
                Fields.of("DNT", "1", "Link", "<a>", "Refresh", "1", "X-Anything", "1", "Content-Encoding", "br");
        assertThat(ServedFields.notModified(others)).isEqualTo(Fields.EMPTY);
        assertThat(ServedFields.notModified(kept.plus(others))).isEqualTo(kept);
        assertThat(ServedFields.notModified(Fields.of("Vary", "Accept"))).isEqualTo(Fields.of("Vary", "Accept"));
        assertThat(ServedFields.notModified(Fields.of("Date", "x"))).isEqualTo(Fields.of("Date", "x"));
        assertThat(ServedFields.notModified(Fields.of("ETag", "x"))).isEqualTo(Fields.of("ETag", "x"));
    }
}
