package io.httpcached.core;

import static io.httpcached.core.Samples.BODY;
import static io.httpcached.core.Samples.NOW;
import static io.httpcached.core.Samples.NOW_TEXT;
import static io.httpcached.core.Samples.after;
import static io.httpcached.core.Samples.get;
import static io.httpcached.core.Samples.policy;
import static io.httpcached.core.Samples.request;
import static io.httpcached.core.Samples.stored;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Freshening.Freshened;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FresheningTest {

    private static final String EARLIER = "Sun, 01 Mar 2026 11:00:00 GMT";
    private static final long LATER = after(100);
    private static final String LATER_TEXT = HttpDate.format(LATER);

    private static Freshened update(CachePolicy policy, StoredResponse stored, String... notModified) {
        return Freshening.update(get(), stored, Fields.of(notModified), LATER, LATER, policy);
    }

    private static @Nullable Freshened byHead(StoredResponse stored, String... head) {
        return Freshening.byHead(request("HEAD"), stored, Fields.of(head), LATER, LATER, policy());
    }

    @Test
    void bothValidatorsAreSent() {
        StoredResponse both =
                stored(policy(), "Cache-Control", "max-age=9", "ETag", "W/\"a\"", "Last-Modified", EARLIER);
        assertThat(Freshening.validators(both))
                .isEqualTo(Fields.of("If-None-Match", "W/\"a\"", "If-Modified-Since", EARLIER));
        assertThat(Freshening.validators(stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"")))
                .isEqualTo(Fields.of("If-None-Match", "\"a\""));
        assertThat(Freshening.validators(stored(policy(), "Cache-Control", "max-age=9", "ETag", "a")))
                .isSameAs(Fields.EMPTY);
    }

    @Test
    void aTagThatTheCacheComputedIsNotSent() {
        String computed = EntityTag.ofBody(BODY).toString();
        assertThat(Freshening.validators(stored(policy(), "Cache-Control", "max-age=9", "ETag", computed)))
                .isSameAs(Fields.EMPTY);
        assertThat(Freshening.validators(
                        stored(policy(), "Cache-Control", "max-age=9", "ETag", computed, "Last-Modified", EARLIER)))
                .isEqualTo(Fields.of("If-Modified-Since", EARLIER));
    }

    @Test
    void aTagThatTheCacheCouldHaveComputedIsSentIfTheResponseAsksForIt() {
        String computed = EntityTag.ofBody(BODY).toString();
        assertThat(Freshening.validators(stored(policy(), "Cache-Control", "no-cache", "ETag", computed)))
                .isEqualTo(Fields.of("If-None-Match", computed));
        assertThat(Freshening.validators(
                        stored(policy(), "Cache-Control", "no-cache", "ETag", computed, "Last-Modified", EARLIER)))
                .isEqualTo(Fields.of("If-Modified-Since", EARLIER));
    }

    @Test
    void theLineThatMakesClientsRevalidateIsNotReadBack() {
        CachePolicy policy = ttl(60).clientTtl(Duration.ZERO).build();
        StoredResponse stored = stored(policy, "ETag", "\"a\"");
        assertThat(stored.fields().first("Cache-Control")).isEqualTo("no-cache");
        Freshened freshened = update(policy, stored, "ETag", "\"a\"");
        assertThat(freshened.response().fields().all("Cache-Control")).containsExactly("no-cache");
        assertThat(freshened.response().lifetime().freshSeconds()).isEqualTo(60);
        assertThat(freshened.response().lifetime().alwaysRevalidate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\" | \"a\" | true",
                "\"a\" | \"b\" | false",
                "\"a\" | W/\"a\" | false",
                "W/\"a\" | \"a\" | true",
                "W/\"a\" | W/\"a\" | true",
                "W/\"a\" | W/\"b\" | false",
                "\"a\" | none | false"
            })
    void aNotModifiedSelectsByItsTag(String sent, String storedTag, boolean selected) {
        StoredResponse stored =
                stored(policy(), "Cache-Control", "max-age=9", "ETag", storedTag, "Last-Modified", EARLIER);
        assertThat(Freshening.selects(Fields.of("ETag", sent, "Last-Modified", EARLIER), stored))
                .isEqualTo(selected);
    }

    @Test
    void withoutATagANotModifiedSelectsByItsDateElseWhatItWasAskedFor() {
        StoredResponse stored =
                stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"", "Last-Modified", EARLIER);
        assertThat(Freshening.selects(Fields.of("Last-Modified", EARLIER), stored))
                .isTrue();
        assertThat(Freshening.selects(Fields.of("Last-Modified", NOW_TEXT), stored))
                .isFalse();
        assertThat(Freshening.selects(Fields.EMPTY, stored)).isTrue();
    }

    @Test
    void anUpdateReplacesFieldsByNameAndKeepsTheOthers() {
        StoredResponse stored = stored(
                policy(),
                "Cache-Control",
                "max-age=9",
                "ETag",
                "\"a\"",
                "Link",
                "<a>",
                "X-Kept",
                "1",
                "Link",
                "<b>",
                "Content-Length",
                "10",
                "Content-Encoding",
                "gzip",
                "Date",
                NOW_TEXT);
        Freshened freshened = update(
                policy(),
                stored,
                "ETag",
                "\"a\"",
                "link",
                "<c>",
                "link",
                "<d>",
                "X-New",
                "2",
                "Cache-Control",
                "max-age=60",
                "Content-Length",
                "0",
                "Content-Encoding",
                "br",
                "Content-Range",
                "x",
                "Date",
                LATER_TEXT,
                "Connection",
                "X-Hop",
                "X-Hop",
                "1");
        assertThat(freshened.keep()).isTrue();
        assertThat(freshened.response().fields())
                .isEqualTo(Fields.of(
                        "X-Kept",
                        "1",
                        "Content-Length",
                        "10",
                        "Content-Encoding",
                        "gzip",
                        "ETag",
                        "\"a\"",
                        "link",
                        "<c>",
                        "link",
                        "<d>",
                        "X-New",
                        "2",
                        "Cache-Control",
                        "max-age=60",
                        "Date",
                        LATER_TEXT));
        assertThat(freshened.response().body()).isSameAs(stored.body());
        assertThat(freshened.response().status()).isEqualTo(200);
    }

    @Test
    void theLifeBeginsAnew() {
        StoredResponse stored =
                stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"", "Age", "5", "Date", NOW_TEXT);
        Freshened freshened = Freshening.update(
                get(), stored, Fields.of("Cache-Control", "max-age=60", "Age", "3"), LATER - 1000, LATER, policy());
        StoredResponse response = freshened.response();
        assertThat(response.lifetime().freshSeconds()).isEqualTo(60);
        assertThat(response.lifetime().initialAgeSeconds()).isEqualTo(4);
        assertThat(response.requestTimeMillis()).isEqualTo(LATER - 1000);
        assertThat(response.responseTimeMillis()).isEqualTo(LATER);
        assertThat(response.fields().has("Age")).isFalse();
    }

    @Test
    void aNotModifiedWithoutADateWasMadeNow() {
        StoredResponse stored = stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"", "Date", EARLIER);
        StoredResponse response = update(policy(), stored).response();
        assertThat(response.fields().all("Date")).containsExactly(LATER_TEXT);
        assertThat(response.lifetime().initialAgeSeconds()).isZero();
    }

    @Test
    void theHandlersStoredLifetimeHoldsAgainIfTheNotModifiedHasNone() {
        StoredResponse stored = stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"");
        assertThat(update(policy(), stored).response().lifetime().freshSeconds())
                .isEqualTo(9);
    }

    @Test
    void theLifetimeOfThePolicyIsItsOwnAgain() {
        CachePolicy policy = ttl(60).clientTtl(Duration.ofSeconds(5)).build();
        StoredResponse stored = stored(policy, "ETag", "\"a\"");
        assertThat(stored.fields().first("Cache-Control")).isEqualTo("max-age=5");
        StoredResponse again = update(policy, stored).response();
        assertThat(again.lifetime().freshSeconds()).isEqualTo(60);
        assertThat(again.lifetime().fromPolicy()).isTrue();
        assertThat(again.fields().all("Cache-Control")).containsExactly("max-age=5");
    }

    @Test
    void aLifetimeInTheNotModifiedWinsOverThePolicys() {
        StoredResponse stored = stored(ttl(60).build(), "ETag", "\"a\"");
        StoredResponse expiring = update(ttl(60).build(), stored, "Expires", HttpDate.format(after(107)))
                .response();
        assertThat(expiring.lifetime().freshSeconds()).isEqualTo(7);
        assertThat(expiring.lifetime().fromPolicy()).isFalse();
        assertThat(expiring.fields().has("Cache-Control")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private"})
    void aNotModifiedThatForbidsStoringAnswersThisRequestAlone(String control) {
        StoredResponse stored =
                stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"", "Age", "2", "X-Kept", "1");
        Freshened freshened = update(policy(), stored, "Cache-Control", control);
        assertThat(freshened.keep()).isFalse();
        assertThat(freshened.response().lifetime()).isEqualTo(new Lifetime(0, 0, 0, 0, true, true, false, false));
        assertThat(freshened.response().fields().first("Cache-Control")).isEqualTo(control);
        assertThat(freshened.response().fields().first("X-Kept")).isEqualTo("1");
    }

    @Test
    void aNotModifiedThatSetsACookieIsNotKeptButAnswersWithIt() {
        StoredResponse stored = stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"");
        Freshened freshened = update(policy(), stored, "Set-Cookie", "a=b");
        assertThat(freshened.keep()).isFalse();
        assertThat(freshened.response().fields().first("Set-Cookie")).isEqualTo("a=b");
    }

    @Test
    void aNotModifiedThatIsNotKeptAnswersWithoutFieldsOfTheConnection() {
        StoredResponse stored = stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"");
        Freshened freshened = update(
                policy(), stored, "Cache-Control", "no-store", "Connection", "X-Hop", "X-Hop", "1", "X-End", "2");
        assertThat(freshened.keep()).isFalse();
        assertThat(freshened.response().fields().has("X-Hop")).isFalse();
        assertThat(freshened.response().fields().first("X-End")).isEqualTo("2");
    }

    @Test
    void whatANotModifiedForbidsToReuseIsWithheldForThisRequest() {
        StoredResponse stored = stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"");
        Freshened freshened = update(policy(), stored, "Cache-Control", "max-age=9, no-cache=\"x-one\"", "X-One", "1");
        assertThat(freshened.keep()).isTrue();
        assertThat(freshened.withheld()).isEqualTo(Fields.of("X-One", "1"));
        assertThat(freshened.response().fields().has("X-One")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ETag | \"a\" | true",
                "Last-Modified | Sun, 01 Mar 2026 11:00:01 GMT | true",
                "Content-Length | 10 | true",
                "Cache-Control | max-age=9 | true",
                "Expires | 0 | true",
                "Cache-Control | public | false",
                "X-New | 1 | false"
            })
    void anAnswerToHeadIsInformativeByValidatorLengthOrLifetime(String name, String value, boolean informative) {
        assertThat(Freshening.isInformative(Fields.of(name, value), LATER, policy()))
                .isEqualTo(informative);
    }

    @Test
    void anAnswerToHeadThatMatchesFreshens() {
        StoredResponse stored = stored(
                policy(),
                "Cache-Control",
                "max-age=9",
                "ETag",
                "\"a\"",
                "Last-Modified",
                EARLIER,
                "Content-Length",
                "10");
        Freshened all = byHead(
                stored,
                "ETag",
                "\"a\"",
                "Last-Modified",
                EARLIER,
                "Content-Length",
                " 10 ",
                "Cache-Control",
                "max-age=60");
        assertThat(all).isNotNull().satisfies(freshened -> {
            assertThat(freshened.keep()).isTrue();
            assertThat(freshened.response().lifetime().freshSeconds()).isEqualTo(60);
        });
        assertThat(byHead(stored, "X-New", "1")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ETag | \"b\"",
                "ETag | W/\"a\"",
                "Last-Modified | Sun, 01 Mar 2026 11:00:01 GMT",
                "Content-Length | 11",
                "Content-Length | x"
            })
    void anAnswerToHeadThatDiffersShowsTheStoredOneToBeOutOfDate(String name, String value) {
        StoredResponse stored =
                stored(policy(), "Cache-Control", "max-age=9", "ETag", "\"a\"", "Last-Modified", EARLIER);
        assertThat(byHead(stored, name, value)).isNull();
    }

    @Test
    void anAnswerToHeadWithAValidatorThatIsNotStoredDiffers() {
        StoredResponse bare = stored(policy(), "Cache-Control", "max-age=9");
        assertThat(byHead(bare, "ETag", "\"a\"")).isNull();
        assertThat(byHead(bare, "Last-Modified", EARLIER)).isNull();
    }

    @Test
    void anAnswerToHeadSaysNothingOfAStoredError() {
        StoredResponse notFound = new StoredResponse(404, Fields.EMPTY, new byte[0], Lifetime.none(0), NOW, NOW);
        assertThat(byHead(notFound)).isNull();
    }
}
