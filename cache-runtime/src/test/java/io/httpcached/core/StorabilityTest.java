package io.httpcached.core;

import static io.httpcached.core.Samples.BODY;
import static io.httpcached.core.Samples.NOW;
import static io.httpcached.core.Samples.decide;
import static io.httpcached.core.Samples.get;
import static io.httpcached.core.Samples.getAsNamelessUser;
import static io.httpcached.core.Samples.getAsUser;
import static io.httpcached.core.Samples.getUnkeyed;
import static io.httpcached.core.Samples.ok;
import static io.httpcached.core.Samples.policy;
import static io.httpcached.core.Samples.request;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Storability.Reason;
import io.httpcached.core.Storability.Skip;
import io.httpcached.core.Storability.Store;
import java.time.Duration;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorabilityTest {

    private static final CachePolicy PER_USER = ttl(60).sharing(Sharing.PRIVATE).build();
    private static final CachePolicy PUBLIC = ttl(60).sharing(Sharing.PUBLIC).build();
    private static final CachePolicy SHARED = ttl(60).build();

    private static void assertStored(Storability verdict) {
        assertThat(verdict).isInstanceOf(Store.class);
    }

    private static void assertSkipped(Storability verdict, Reason reason) {
        assertThat(verdict).isEqualTo(new Skip(reason));
    }

    private static Fields storedFields(CachePolicy policy, String... fields) {
        CacheRequest request = policy.sharing() == Sharing.PRIVATE ? getAsUser() : get();
        return ((Store) decide(request, ok(fields), policy)).fields();
    }

    @Test
    void onlyAnswersToGetAreStored() {
        assertStored(decide(get(), ok(), SHARED));
        for (String method : new String[] {"HEAD", "POST", "OPTIONS", "get"}) {
            assertSkipped(decide(request(method), ok(), SHARED), Reason.METHOD);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {200, 201, 203, 204, 299, 300, 301, 302, 307, 399, 400, 403, 404, 410, 412, 416, 499, 500, 503, 599})
    void anyFinalStatusWithALifetimeIsStored(int status) {
        assertStored(decide(get(), new CacheResponse(status, Fields.of("Cache-Control", "max-age=60")), policy()));
    }

    @ParameterizedTest
    @CsvSource({
        "100, STATUS_NOT_FINAL",
        "103, STATUS_NOT_FINAL",
        "199, STATUS_NOT_FINAL",
        "600, STATUS_NOT_FINAL",
        "999, STATUS_NOT_FINAL",
        "206, STATUS_OF_ONE_REQUEST",
        "304, STATUS_OF_ONE_REQUEST"
    })
    void theseStatusesAreNot(int status, Reason reason) {
        assertSkipped(
                decide(get(), new CacheResponse(status, Fields.of("Cache-Control", "max-age=60")), policy()), reason);
    }

    @Test
    void aFailedConditionOrRangeIsOfThatRequestAlone() {
        Fields fresh = Fields.of("Cache-Control", "max-age=60");
        assertSkipped(
                decide(get("If-Match", "\"a\""), new CacheResponse(412, fresh), policy()),
                Reason.STATUS_OF_ONE_REQUEST);
        assertSkipped(
                decide(get("Range", "bytes=9-"), new CacheResponse(416, fresh), policy()),
                Reason.STATUS_OF_ONE_REQUEST);
        assertStored(decide(get("Range", "bytes=9-"), new CacheResponse(200, fresh), policy()));
    }

    @Test
    void theTtlStoresTheListedStatusesOnly() {
        assertSkipped(decide(get(), new CacheResponse(404, Fields.EMPTY), SHARED), Reason.STATUS_WITHOUT_TTL);
        assertSkipped(decide(get(), new CacheResponse(404, Fields.EMPTY), policy()), Reason.NO_LIFETIME);
        assertStored(decide(
                get(),
                new CacheResponse(404, Fields.EMPTY),
                ttl(60).statuses(Set.of(404)).build()));
    }

    @Test
    void mustUnderstandNeedsAKnownStatusAndThenOverridesNoStore() {
        Fields fields = Fields.of("Cache-Control", "must-understand, no-store, max-age=60");
        assertStored(decide(get(), new CacheResponse(200, fields), policy()));
        assertSkipped(decide(get(), new CacheResponse(299, fields), policy()), Reason.STATUS_NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @EnumSource(Sharing.class)
    void noStoreIsNeverStored(Sharing sharing) {
        CachePolicy policy = ttl(60).sharing(sharing).build();
        assertSkipped(decide(getAsUser(), ok("Cache-Control", "max-age=9, No-Store"), policy), Reason.NO_STORE);
    }

    @Test
    void noStoreInTheRequestCountsWhereRequestDirectivesAreObeyed() {
        CacheRequest request = get("Cache-Control", "no-store");
        assertSkipped(decide(request, ok(), SHARED), Reason.REQUEST_NO_STORE);
        assertStored(decide(request, ok(), ttl(60).honorRequestDirectives(false).build()));
    }

    @Test
    void privateIsForPrivateCaches() {
        assertSkipped(decide(get(), ok("Cache-Control", "private, max-age=9"), SHARED), Reason.PRIVATE);
        assertSkipped(decide(get(), ok("Cache-Control", "private, max-age=9"), PUBLIC), Reason.PRIVATE);
        assertStored(decide(getAsUser(), ok("Cache-Control", "private, max-age=9"), PER_USER));
    }

    @Test
    void anAnswerByWhatIsInNoKeyIsNotStored() {
        assertSkipped(decide(getUnkeyed(), ok("Cache-Control", "public, max-age=9"), SHARED), Reason.NOT_KEYED);
        assertSkipped(decide(getUnkeyed(), ok(), PUBLIC), Reason.NOT_KEYED);
    }

    @Test
    void aPrivateCacheNeedsAUser() {
        assertSkipped(decide(get(), ok(), PER_USER), Reason.NO_USER);
        assertSkipped(decide(getAsNamelessUser(), ok(), PER_USER), Reason.NO_USER_NAME);
        assertSkipped(decide(get("Authorization", "Basic x"), ok(), PER_USER), Reason.NO_USER);
        assertStored(decide(getAsUser(), ok(), PER_USER));
    }

    @ParameterizedTest
    @CsvSource({
        "public, true",
        "must-revalidate, true",
        "s-maxage=9, true",
        "max-age=9, false",
        "proxy-revalidate, false"
    })
    void anAuthenticatedRequestFillsASharedEntryOnlyByPermission(String control, boolean permitted) {
        for (CacheRequest request : new CacheRequest[] {get("Authorization", "Basic x"), getAsUser()}) {
            Storability verdict = decide(request, ok("Cache-Control", control), SHARED);
            if (permitted) {
                assertStored(verdict);
            } else {
                assertSkipped(verdict, request.hasPrincipal() ? Reason.USER : Reason.AUTHORIZATION);
            }
            assertStored(decide(request, ok("Cache-Control", control), PUBLIC));
        }
    }

    @ParameterizedTest
    @EnumSource(Sharing.class)
    void whatSetsACookieIsNeverStored(Sharing sharing) {
        CachePolicy policy = ttl(60).sharing(sharing).build();
        assertSkipped(
                decide(getAsUser(), ok("Set-Cookie", "a=b", "Cache-Control", "public"), policy), Reason.SET_COOKIE);
    }

    @Test
    void aCookieThatADirectiveNamesIsLeftOutAndTheRestStored() {
        assertThat(storedFields(
                                SHARED,
                                "Set-Cookie",
                                "a=b",
                                "Cache-Control",
                                "max-age=9, private=\"set-cookie\"",
                                "X",
                                "1")
                        .has("Set-Cookie"))
                .isFalse();
        assertSkipped(
                decide(
                        getAsUser(),
                        ok("Set-Cookie", "a=b", "Cache-Control", "max-age=9, private=\"set-cookie\""),
                        PER_USER),
                Reason.SET_COOKIE);
    }

    @Test
    void whatVariesOnEverythingIsNotStored() {
        assertSkipped(decide(get(), ok("Vary", "Accept, *"), SHARED), Reason.VARY_STAR);
        assertStored(decide(get(), ok("Vary", "Accept"), SHARED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"10 | true", "10, 10 | true", "9 | false", "11 | false", "10, 11 | false", "x | false"})
    void theBodyMustBeAsLongAsAnnounced(String length, boolean complete) {
        Storability verdict = decide(get(), ok("Content-Length", length), SHARED);
        if (complete) {
            assertStored(verdict);
        } else {
            assertSkipped(verdict, Reason.INCOMPLETE);
        }
    }

    @Test
    void aBodyThatIsStillToComeIsTakenToBeWhole() {
        CacheResponse response = ok("Content-Length", "10");
        assertStored(Storability.decide(get(), response, Storability.UNKNOWN_LENGTH, NOW, NOW, SHARED));
        assertSkipped(Storability.decide(get(), response, 0, NOW, NOW, SHARED), Reason.INCOMPLETE);
    }

    @Test
    void withoutALifetimeNothingIsStored() {
        assertSkipped(decide(get(), ok(), policy()), Reason.NO_LIFETIME);
        assertSkipped(decide(get(), ok("ETag", "\"a\""), policy()), Reason.NO_LIFETIME);
        assertSkipped(decide(get(), ok("Cache-Control", "public"), policy()), Reason.NO_LIFETIME);
        assertSkipped(decide(get(), ok("Cache-Control", "no-cache=\"x\""), policy()), Reason.NO_LIFETIME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Cache-Control | max-age=0", "Cache-Control | no-cache", "Cache-Control | max-age=x", "Expires | 0"
            })
    void whatIsStaleAtOnceIsStoredOnlyToBeValidated(String name, String value) {
        assertSkipped(decide(get(), ok(name, value), SHARED), Reason.STALE_AT_ONCE);
        assertSkipped(decide(get(), ok(name, value, "ETag", "malformed"), SHARED), Reason.STALE_AT_ONCE);
        assertStored(decide(get(), ok(name, value, "ETag", "\"a\""), SHARED));
        assertStored(decide(get(), ok(name, value, "Last-Modified", Samples.NOW_TEXT), SHARED));
    }

    @Test
    void whatIsStaleAtOnceIsStoredWhereItMayBeUsedStale() {
        assertStored(decide(get(), ok("Cache-Control", "max-age=0, stale-while-revalidate=9"), policy()));
        assertStored(decide(get(), ok("Cache-Control", "max-age=0, stale-if-error=9"), policy()));
        assertSkipped(
                decide(get(), ok("Cache-Control", "max-age=0, stale-if-error=9, must-revalidate"), policy()),
                Reason.STALE_AT_ONCE);
        CachePolicy window = ttl(60).staleIfError(Duration.ofSeconds(9)).build();
        assertStored(decide(get(), ok("Expires", "0"), window));
    }

    @Test
    void whatArrivesOlderThanItsLifetimeIsStaleAtOnce() {
        assertSkipped(decide(get(), ok("Cache-Control", "max-age=60", "Age", "60"), policy()), Reason.STALE_AT_ONCE);
        assertStored(decide(get(), ok("Cache-Control", "max-age=60", "Age", "59"), policy()));
    }

    @Test
    void aValidatorThatIsLeftOutIsNone() {
        assertSkipped(
                decide(get(), ok("Cache-Control", "max-age=0, no-cache=\"etag\"", "ETag", "\"a\""), policy()),
                Reason.STALE_AT_ONCE);
    }

    @Test
    void fieldsOfTheConnectionAreNotStored() {
        assertThat(storedFields(
                        SHARED,
                        "Connection",
                        "close, X-Hop",
                        "connection",
                        "X-Other-Hop",
                        "X-Hop",
                        "1",
                        "X-Other-Hop",
                        "1",
                        "Keep-Alive",
                        "timeout=5",
                        "Proxy-Authenticate",
                        "Basic",
                        "Proxy-Authentication-Info",
                        "x",
                        "Proxy-Authorization",
                        "x",
                        "Proxy-Connection",
                        "close",
                        "TE",
                        "trailers",
                        "Transfer-Encoding",
                        "chunked",
                        "Upgrade",
                        "h2c",
                        "Age",
                        "7",
                        "X-Kept",
                        "1"))
                .isEqualTo(Fields.of("X-Kept", "1"));
    }

    @Test
    void everythingElseIsStoredToTheLetter() {
        String[] lines = {
            "Content-Type",
            "text/plain",
            "Link",
            "<a>",
            "X-Empty",
            "",
            "link",
            "<b>",
            "Trailer",
            "X",
            "Server",
            "s",
            "Cache-Status",
            "inner; hit",
            "Warning",
            "110",
            "Date",
            Samples.NOW_TEXT,
            "Pragma",
            "no-cache",
            "Vary",
            "a, B"
        };
        assertThat(storedFields(SHARED, lines)).isEqualTo(Fields.of(lines));
    }

    @Test
    void qualifiedDirectivesLeaveTheirFieldsOut() {
        String control = "max-age=9, no-cache=\"X-One, x-two\", private=\"X-Three\"";
        String[] lines = {"X-One", "1", "X-Two", "2", "X-Three", "3", "Cache-Control", control};
        assertThat(storedFields(SHARED, lines)).isEqualTo(Fields.of("Cache-Control", control));
        assertThat(storedFields(PER_USER, lines)).isEqualTo(Fields.of("X-Three", "3", "Cache-Control", control));
    }

    @Test
    void whatQualifiedDirectivesLeaveOutIsWithheldForTheOneClient() {
        String control = "max-age=9, no-cache=\"x-one, connection\", private=\"X-Two\"";
        CacheResponse response =
                ok("X-Two", "2", "X-One", "1", "X-One", "3", "Connection", "close", "Cache-Control", control);
        assertThat(decide(get(), response, SHARED))
                .isInstanceOfSatisfying(Store.class, store -> assertThat(store.withheld())
                        .isEqualTo(Fields.of("X-Two", "2", "X-One", "1", "X-One", "3")));
    }

    @Test
    void theLifetimeIsWorkedOut() {
        Storability verdict = Storability.decide(
                get(), ok("Cache-Control", "public, max-age=60", "Age", "5"), BODY.length, NOW - 2000, NOW, SHARED);
        assertThat(verdict).isInstanceOfSatisfying(Store.class, store -> assertThat(store.lifetime())
                .isEqualTo(new Lifetime(60, 7, 0, 0, false, false, true, false)));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonIsASentenceForPeople(Reason reason) {
        assertThat(reason.text()).matches("[a-z].+[^.]");
    }

    @Property
    void noFieldMakesItThrow(
            @ForAll String control,
            @ForAll String expires,
            @ForAll String vary,
            @ForAll String connection,
            @ForAll int status) {
        Fields fields = Fields.of(
                "Cache-Control",
                control,
                "Expires",
                expires,
                "Vary",
                vary,
                "Connection",
                connection,
                "Content-Length",
                expires);
        assertThat(decide(get("Cache-Control", control), new CacheResponse(status, fields), SHARED))
                .isNotNull();
    }
}
