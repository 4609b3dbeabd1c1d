package io.httpcached.core;

import static io.httpcached.core.Samples.after;
import static io.httpcached.core.Samples.get;
import static io.httpcached.core.Samples.getAsNamelessUser;
import static io.httpcached.core.Samples.getAsUser;
import static io.httpcached.core.Samples.getUnkeyed;
import static io.httpcached.core.Samples.notCacheable;
import static io.httpcached.core.Samples.policy;
import static io.httpcached.core.Samples.request;
import static io.httpcached.core.Samples.stored;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Reuse.Forward;
import io.httpcached.core.Reuse.GatewayTimeout;
import io.httpcached.core.Reuse.Reason;
import io.httpcached.core.Reuse.Revalidate;
import io.httpcached.core.Reuse.Serve;
import io.httpcached.core.Reuse.ServeStale;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReuseDeciderTest {

    /** Fresh for a minute. */
    private static final CachePolicy MINUTE = ttl(60).build();

    private static final CachePolicy WINDOWS = ttl(60).staleWhileRevalidate(Duration.ofSeconds(30))
            .staleIfError(Duration.ofSeconds(300))
            .build();
    private static final CachePolicy DEAF =
            ttl(60).honorRequestDirectives(false).build();
    private static final CachePolicy PER_USER = ttl(60).sharing(Sharing.PRIVATE).build();

    private static Reuse decide(long seconds, String control, CachePolicy policy, String... stored) {
        CacheRequest request = control.isEmpty() ? get() : get("Cache-Control", control);
        return ReuseDecider.decide(after(seconds), request, stored(policy, stored), policy);
    }

    @Test
    void getAndHeadAreLookedUp() {
        assertThat(ReuseDecider.beforeLookup(get(), MINUTE)).isNull();
        assertThat(ReuseDecider.beforeLookup(request("HEAD"), MINUTE)).isNull();
    }

    @Test
    void requestsThatTheApplicationExcludesGoToTheHandler() {
        CacheRequest excluded = notCacheable("preview");
        Reuse reuse = ReuseDecider.beforeLookup(excluded, MINUTE);
        assertThat(reuse).isEqualTo(new Forward(Forwarding.BYPASS, false, Reason.NOT_CACHEABLE, "preview"));
        assertThat(reuse).extracting(Reuse::text).isEqualTo("preview");
        assertThat(ReuseDecider.beforeLookup(notCacheable("preview", "Cache-Control", "only-if-cached"), MINUTE))
                .isEqualTo(new GatewayTimeout(Reason.NOT_CACHEABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get", "BREW"})
    void otherMethodsGoToTheHandler(String method) {
        assertThat(ReuseDecider.beforeLookup(request(method), MINUTE))
                .isEqualTo(new Forward(Forwarding.METHOD, false, Reason.METHOD));
        assertThat(ReuseDecider.beforeLookup(request(method, "Cache-Control", "only-if-cached"), MINUTE))
                .isEqualTo(new Forward(Forwarding.METHOD, false, Reason.METHOD));
    }

    @Test
    void aRequestWithoutAKeyGoesPastTheCache() {
        assertThat(ReuseDecider.beforeLookup(getUnkeyed(), MINUTE))
                .isEqualTo(new Forward(Forwarding.BYPASS, false, Reason.NOT_KEYED));
        assertThat(ReuseDecider.beforeLookup(getUnkeyed("Cache-Control", "only-if-cached"), MINUTE))
                .isEqualTo(new GatewayTimeout(Reason.NOT_KEYED));
    }

    @Test
    void noStoreGoesPastTheCacheWhereRequestDirectivesAreObeyed() {
        CacheRequest request = get("Cache-Control", "no-store");
        assertThat(ReuseDecider.beforeLookup(request, MINUTE))
                .isEqualTo(new Forward(Forwarding.BYPASS, false, Reason.NO_STORE));
        assertThat(ReuseDecider.beforeLookup(request, DEAF)).isNull();
    }

    @Test
    void aPrivateCacheIsForUsers() {
        assertThat(ReuseDecider.beforeLookup(get(), PER_USER))
                .isEqualTo(new Forward(Forwarding.BYPASS, false, Reason.NO_USER));
        assertThat(ReuseDecider.beforeLookup(get("Authorization", "Basic x"), PER_USER))
                .isEqualTo(new Forward(Forwarding.BYPASS, false, Reason.NO_USER));
        assertThat(ReuseDecider.beforeLookup(getAsNamelessUser(), PER_USER))
                .isEqualTo(new Forward(Forwarding.BYPASS, false, Reason.NO_USER_NAME));
        assertThat(ReuseDecider.beforeLookup(getAsNamelessUser(), MINUTE)).isNull();
        assertThat(ReuseDecider.beforeLookup(getAsUser(), PER_USER)).isNull();
    }

    @Test
    void whatIsAbsentIsFetched() {
        assertThat(ReuseDecider.onAbsent(get(), MINUTE, false))
                .isEqualTo(new Forward(Forwarding.MISS, true, Reason.ABSENT));
        assertThat(ReuseDecider.onAbsent(get(), MINUTE, true))
                .isEqualTo(new Forward(Forwarding.VARY_MISS, true, Reason.NO_VARIANT));
    }

    @Test
    void onlyIfCachedIsRefusedWhateverElseWouldCallTheHandler() {
        CacheRequest request = get("Cache-Control", "only-if-cached");
        assertThat(ReuseDecider.onAbsent(request, MINUTE, false)).isEqualTo(new GatewayTimeout(Reason.ABSENT));
        assertThat(ReuseDecider.onAbsent(request, MINUTE, true)).isEqualTo(new GatewayTimeout(Reason.NO_VARIANT));
        assertThat(ReuseDecider.onAbsent(request, DEAF, false))
                .isEqualTo(new Forward(Forwarding.MISS, true, Reason.ABSENT));
        assertThat(ReuseDecider.beforeLookup(get("Cache-Control", "only-if-cached, no-store"), MINUTE))
                .isEqualTo(new GatewayTimeout(Reason.NO_STORE));
        assertThat(ReuseDecider.beforeLookup(request, PER_USER)).isEqualTo(new GatewayTimeout(Reason.NO_USER));
        assertThat(decide(0, "only-if-cached, no-cache", MINUTE)).isEqualTo(new GatewayTimeout(Reason.NO_CACHE));
        assertThat(decide(60, "only-if-cached", MINUTE)).isEqualTo(new GatewayTimeout(Reason.STALE));
        assertThat(ReuseDecider.decide(
                        after(0), get("Cache-Control", "only-if-cached", "Authorization", "x"), stored(MINUTE), MINUTE))
                .isEqualTo(new GatewayTimeout(Reason.AUTHORIZATION));
    }

    private static boolean outlivesErrors(long seconds, CachePolicy policy, String asked, String... stored) {
        return ReuseDecider.outlivesErrors(after(seconds), get("Cache-Control", asked), stored(policy, stored), policy);
    }

    @Test
    void whatIsFreshOrWithinAWindowOutlivesErrors() {
        String[] tagged = {"Cache-Control", "max-age=60", "ETag", "\"a\""};
        assertThat(outlivesErrors(59, policy(), "no-cache", tagged)).isTrue();
        assertThat(outlivesErrors(60, policy(), "no-cache", tagged)).isFalse();
        assertThat(outlivesErrors(69, policy(), "stale-if-error=10", tagged)).isTrue();
        assertThat(outlivesErrors(70, policy(), "stale-if-error=10", tagged)).isFalse();
        assertThat(outlivesErrors(69, policy(), "foo", "Cache-Control", "max-age=60, stale-if-error=10"))
                .isTrue();
        assertThat(outlivesErrors(70, policy(), "foo", "Cache-Control", "max-age=60, stale-if-error=10"))
                .isFalse();
        assertThat(outlivesErrors(69, policy(), "foo", "Cache-Control", "max-age=60, stale-while-revalidate=10"))
                .isTrue();
        String[] strict = {"Cache-Control", "max-age=60, must-revalidate", "ETag", "\"a\""};
        assertThat(outlivesErrors(59, policy(), "stale-if-error=10", strict)).isTrue();
        assertThat(outlivesErrors(60, policy(), "stale-if-error=10", strict)).isFalse();
    }

    @Test
    void onlyIfCachedIsServedWhatIsStored() {
        assertThat(ReuseDecider.beforeLookup(get("Cache-Control", "only-if-cached"), MINUTE))
                .isNull();
        assertThat(decide(10, "only-if-cached", MINUTE)).isEqualTo(new Serve(10, 50, false));
        assertThat(decide(70, "only-if-cached", WINDOWS)).isEqualTo(new ServeStale(70, -10, true));
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 59", "59, 1"})
    void whatIsFreshIsServed(long age, long ttl) {
        assertThat(decide(age, "", MINUTE)).isEqualTo(new Serve(age, ttl, false));
    }

    @ParameterizedTest
    @CsvSource({"60, 0", "61, -1", "1000, -940"})
    void whatIsAsOldAsItsLifetimeIsStale(long age, long ttl) {
        assertThat(decide(age, "", MINUTE)).isEqualTo(new Revalidate(Forwarding.STALE, age, ttl, false, Reason.STALE));
    }

    @Test
    void theAgeItCameWithCounts() {
        assertThat(decide(10, "", policy(), "Cache-Control", "max-age=60", "Age", "49"))
                .isEqualTo(new Serve(59, 1, false));
        assertThat(decide(11, "", policy(), "Cache-Control", "max-age=60", "Age", "49"))
                .isEqualTo(new Revalidate(Forwarding.STALE, 60, 0, false, Reason.STALE));
    }

    @Test
    void aClockThatIsBehindMakesNothingYoungerThanItCame() {
        assertThat(decide(-1000, "", MINUTE)).isEqualTo(new Serve(0, 60, false));
    }

    @Test
    void noCacheInTheResponseIsValidatedEachTime() {
        String[] fields = {"Cache-Control", "no-cache, max-age=60", "ETag", "\"a\""};
        assertThat(decide(0, "", WINDOWS, fields))
                .isEqualTo(new Revalidate(Forwarding.STALE, 0, 0, false, Reason.STALE));
        assertThat(decide(5, "max-stale", WINDOWS, fields))
                .isEqualTo(new Revalidate(Forwarding.STALE, 5, -5, false, Reason.STALE));
    }

    @Test
    void noCacheInTheRequestValidatesEvenWhatIsFresh() {
        Revalidate expected = new Revalidate(Forwarding.REQUEST, 10, 50, false, Reason.NO_CACHE);
        assertThat(decide(10, "no-cache", MINUTE)).isEqualTo(expected);
        assertThat(decide(10, "no-cache, max-stale, stale-if-error=999", WINDOWS))
                .isEqualTo(expected);
        assertThat(ReuseDecider.decide(after(10), get("Pragma", "no-cache"), stored(MINUTE), MINUTE))
                .isEqualTo(expected);
        assertThat(decide(70, "no-cache, max-stale", WINDOWS))
                .isEqualTo(new Revalidate(Forwarding.STALE, 70, -10, false, Reason.STALE));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, true", "10, 10, true", "11, 10, false", "10, 99999999999, true", "0, 0, false"})
    void maxAgeInTheRequestLimitsTheAge(long age, String maxAge, boolean served) {
        assertThat(decide(age, "max-age=" + maxAge, MINUTE))
                .isEqualTo(
                        served
                                ? new Serve(age, 60 - age, false)
                                : new Revalidate(Forwarding.REQUEST, age, 60 - age, false, Reason.MAX_AGE));
    }

    @ParameterizedTest
    @CsvSource({"50, 10, true", "51, 10, false", "0, 60, true", "0, 61, false", "59, 0, true"})
    void minFreshInTheRequestAsksForRemainingLife(long age, long minFresh, boolean served) {
        assertThat(decide(age, "min-fresh=" + minFresh, MINUTE))
                .isEqualTo(
                        served
                                ? new Serve(age, 60 - age, false)
                                : new Revalidate(Forwarding.REQUEST, age, 60 - age, false, Reason.MIN_FRESH));
    }

    @ParameterizedTest
    @CsvSource({
        "60, max-stale=0, true",
        "61, max-stale=0, false",
        "70, max-stale=10, true",
        "71, max-stale=10, false",
        "100000, max-stale, true",
        "61, max-stale=x, false"
    })
    void maxStaleInTheRequestAcceptsStaleness(long age, String control, boolean served) {
        assertThat(decide(age, control, MINUTE))
                .isEqualTo(
                        served
                                ? new ServeStale(age, 60 - age, false)
                                : new Revalidate(Forwarding.STALE, age, 60 - age, false, Reason.STALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate, max-age=60", "proxy-revalidate, max-age=60", "s-maxage=60"})
    void whatMustBeValidatedWhenStaleIsNotServedStale(String control) {
        assertThat(decide(59, "", WINDOWS, "Cache-Control", control)).isEqualTo(new Serve(59, 1, false));
        assertThat(decide(61, "max-stale, stale-if-error=99", WINDOWS, "Cache-Control", control))
                .isEqualTo(new Revalidate(Forwarding.STALE, 61, -1, false, Reason.STALE));
    }

    @Test
    void maxAgeAndMaxStaleTogetherLimitBoth() {
        assertThat(decide(65, "max-age=65, max-stale=10", MINUTE)).isEqualTo(new ServeStale(65, -5, false));
        assertThat(decide(66, "max-age=65, max-stale=10", MINUTE))
                .isEqualTo(new Revalidate(Forwarding.STALE, 66, -6, false, Reason.STALE));
        assertThat(decide(65, "max-age=100, max-stale=4", MINUTE))
                .isEqualTo(new Revalidate(Forwarding.STALE, 65, -5, false, Reason.STALE));
    }

    @Test
    void minFreshWinsOverMaxStale() {
        assertThat(decide(65, "min-fresh=1, max-stale", MINUTE))
                .isEqualTo(new Revalidate(Forwarding.STALE, 65, -5, false, Reason.STALE));
    }

    @ParameterizedTest
    @CsvSource({"60, true", "89, true", "90, false"})
    void staleWhileRevalidateServesWithinItsWindowOnly(long age, boolean served) {
        assertThat(decide(age, "", WINDOWS))
                .isEqualTo(
                        served
                                ? new ServeStale(age, 60 - age, true)
                                : new Revalidate(Forwarding.STALE, age, 60 - age, true, Reason.STALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "max-age=1000", "min-fresh=0"})
    void whoWantsAFreshResponseGetsNoStaleOne(String control) {
        assertThat(decide(70, control, WINDOWS)).isInstanceOf(Revalidate.class);
    }

    @Test
    void maxStaleWithinTheWindowRefreshesAsWell() {
        assertThat(decide(70, "max-stale", WINDOWS)).isEqualTo(new ServeStale(70, -10, true));
        assertThat(decide(95, "max-stale", WINDOWS)).isEqualTo(new ServeStale(95, -35, false));
        assertThat(decide(70, "max-age=80, max-stale=10", WINDOWS)).isEqualTo(new ServeStale(70, -10, true));
    }

    @ParameterizedTest
    @CsvSource({"90, true", "359, true", "360, false"})
    void staleIfErrorReachesAsFarAsItsWindow(long age, boolean allowed) {
        assertThat(decide(age, "", WINDOWS))
                .isEqualTo(new Revalidate(Forwarding.STALE, age, 60 - age, allowed, Reason.STALE));
    }

    @Test
    void theRequestMayOpenTheWindowForErrorsWider() {
        assertThat(decide(65, "stale-if-error=6", MINUTE))
                .isEqualTo(new Revalidate(Forwarding.STALE, 65, -5, true, Reason.STALE));
        assertThat(decide(66, "stale-if-error=6", MINUTE))
                .isEqualTo(new Revalidate(Forwarding.STALE, 66, -6, false, Reason.STALE));
        assertThat(decide(400, "stale-if-error=999", WINDOWS))
                .isEqualTo(new Revalidate(Forwarding.STALE, 400, -340, true, Reason.STALE));
        assertThat(decide(100, "stale-if-error=1", WINDOWS))
                .isEqualTo(new Revalidate(Forwarding.STALE, 100, -40, true, Reason.STALE));
    }

    @Test
    void aFreshResponseThatTheRequestFindsTooOldMayStandInForAnErrorWithinAWindow() {
        assertThat(decide(20, "max-age=10", WINDOWS))
                .isEqualTo(new Revalidate(Forwarding.REQUEST, 20, 40, true, Reason.MAX_AGE));
        assertThat(decide(20, "max-age=10", MINUTE))
                .isEqualTo(new Revalidate(Forwarding.REQUEST, 20, 40, false, Reason.MAX_AGE));
    }

    @Test
    void whatIsServedStaleSaysWhoAllowsIt() {
        assertThat(decide(70, "", WINDOWS).reason()).isEqualTo(Reason.STALE_WHILE_REVALIDATE);
        assertThat(decide(70, "max-stale", MINUTE).reason()).isEqualTo(Reason.MAX_STALE);
        assertThat(decide(10, "", MINUTE).reason()).isEqualTo(Reason.FRESH);
    }

    @ParameterizedTest
    @CsvSource({
        "500, true",
        "502, true",
        "503, true",
        "504, true",
        "501, false",
        "505, false",
        "404, false",
        "200, false"
    })
    void fourStatusesAreErrorsThatAStaleResponseMayStandInFor(int status, boolean error) {
        assertThat(ReuseDecider.isError(status)).isEqualTo(error);
    }

    @Test
    void requestDirectivesThatAreNotObeyedChangeNothing() {
        for (String control : new String[] {"no-cache", "max-age=0", "min-fresh=999", "no-store"}) {
            assertThat(decide(10, control, DEAF)).isEqualTo(new Serve(10, 50, false));
        }
        assertThat(decide(61, "max-stale, stale-if-error=99", DEAF))
                .isEqualTo(new Revalidate(Forwarding.STALE, 61, -1, false, Reason.STALE));
        assertThat(ReuseDecider.decide(after(10), get("Pragma", "no-cache"), stored(DEAF), DEAF))
                .isEqualTo(new Serve(10, 50, false));
    }

    @Test
    void anAuthenticatedRequestIsAnsweredFromASharedEntryOnlyIfTheResponsePermits() {
        StoredResponse closed = stored(MINUTE, "Cache-Control", "max-age=60");
        StoredResponse open = stored(MINUTE, "Cache-Control", "max-age=60, public");
        for (CacheRequest request : new CacheRequest[] {getAsUser(), get("Authorization", "Basic x")}) {
            assertThat(ReuseDecider.beforeLookup(request, MINUTE)).isNull();
            Reason reason = request.hasPrincipal() ? Reason.USER : Reason.AUTHORIZATION;
            assertThat(ReuseDecider.onAbsent(request, MINUTE, false))
                    .isEqualTo(new Forward(Forwarding.MISS, true, reason));
            assertThat(ReuseDecider.onAbsent(request, MINUTE, true))
                    .isEqualTo(new Forward(Forwarding.VARY_MISS, true, reason));
            assertThat(ReuseDecider.decide(after(1), request, closed, MINUTE))
                    .isEqualTo(new Forward(Forwarding.BYPASS, true, reason));
            assertThat(ReuseDecider.decide(after(1), request, open, MINUTE)).isEqualTo(new Serve(1, 59, false));
        }
    }

    @Test
    void wherePolicySaysPublicOrPrivateNoPermissionIsNeeded() {
        CachePolicy everybody = ttl(60).sharing(Sharing.PUBLIC).build();
        assertThat(ReuseDecider.decide(after(1), getAsUser(), stored(everybody), everybody))
                .isEqualTo(new Serve(1, 59, false));
        assertThat(ReuseDecider.decide(after(1), getAsUser(), stored(MINUTE), PER_USER))
                .isEqualTo(new Serve(1, 59, false));
    }

    @ParameterizedTest
    @CsvSource({
        "61, '', true",
        "99, '', true",
        "100, '', false",
        "65, 'stale-if-error=300', true",
        "105, 'stale-if-error=300', false",
        "65, 'max-age=600', false",
        "65, 'max-age=600, max-stale=1', false",
        "65, 'min-fresh=1', false",
        "65, 'no-cache', false"
    })
    void aSlowHandlerIsReplacedOnlyWhereTheResponsePermitsIt(long age, String control, boolean replaced) {
        Duration soon = Duration.ofMillis(200);
        CachePolicy policy =
                ttl(60).staleIfError(Duration.ofSeconds(40)).staleAfter(soon).build();
        assertThat(decide(age, control, policy))
                .isInstanceOfSatisfying(Revalidate.class, reuse -> assertThat(reuse.staleAfter())
                        .isEqualTo(replaced ? soon : null));
        assertThat(decide(age, control, policy, "Cache-Control", "max-age=60, must-revalidate"))
                .isInstanceOfSatisfying(Revalidate.class, reuse -> assertThat(reuse.staleAfter())
                        .isNull());
    }

    @ParameterizedTest
    @CsvSource({"79, false", "80, true", "99, true"})
    void aFreshResponseIsRefreshedInItsLastPart(long age, boolean refresh) {
        CachePolicy policy = ttl(100).refreshAhead(LifetimeShare.ofPercent(20)).build();
        assertThat(decide(age, "", policy)).isEqualTo(new Serve(age, 100 - age, refresh));
    }

    @Property
    void whatMustBeValidatedIsNeverServedStaleWhateverIsAsked(
            @ForAll @LongRange(min = 0, max = 1000) long age, @ForAll String control) {
        Reuse reuse = decide(age, "max-stale, " + control, WINDOWS, "Cache-Control", "must-revalidate, max-age=60");
        assertThat(reuse).isNotInstanceOf(ServeStale.class);
        if (age >= 60) {
            assertThat(reuse).isNotInstanceOf(Serve.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length, 7, true",
        "Content-Length, 0, false",
        "Transfer-Encoding, chunked, true",
        "Content-Type, application/x-www-form-urlencoded; charset=utf-8, true",
        "Content-Type, application/json, false"
    })
    void aRequestWithContentPassesBy(String name, String value, boolean passes) {
        Reuse early = ReuseDecider.beforeLookup(get(name, value), MINUTE);
        assertThat(early).isEqualTo(passes ? new Forward(Forwarding.BYPASS, false, Reason.CONTENT) : null);
    }
}
