package io.httpcached.core;

import static io.httpcached.core.Samples.NOW;
import static io.httpcached.core.Samples.NOW_TEXT;
import static io.httpcached.core.Samples.get;
import static io.httpcached.core.Samples.getAsUser;
import static io.httpcached.core.Samples.policy;
import static io.httpcached.core.Samples.request;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFieldsTest {

    private static final EntityTag TAG = new EntityTag(false, "digest");

    private static Fields complete(CacheRequest request, int status, CachePolicy policy, String... fields) {
        return ResponseFields.complete(request, new CacheResponse(status, Fields.of(fields)), TAG, NOW, policy);
    }

    private static @Nullable String control(CachePolicy policy, String... fields) {
        return complete(get(), 200, policy, fields).first("Cache-Control");
    }

    @Test
    void whatIsMissingIsAdded() {
        assertThat(complete(get(), 200, ttl(60).vary(List.of("Accept")).build(), "X", "1"))
                .isEqualTo(Fields.of(
                        "X", "1",
                        "Vary", "Accept",
                        "Date", NOW_TEXT,
                        "ETag", "\"digest\"",
                        "Cache-Control", "max-age=60"));
    }

    @Test
    void whatTheHandlerSetStays() {
        String[] lines = {
            "etag", "W/\"own\"", "date", "Sun, 01 Mar 2026 11:00:00 GMT", "cache-control", "max-age=5", "vary", "ACCEPT"
        };
        assertThat(complete(get(), 200, ttl(60).vary(List.of("Accept")).build(), lines))
                .isEqualTo(Fields.of(lines));
    }

    @Test
    void aTagIsForA200WhoseBodyIsKnown() {
        assertThat(complete(get(), 404, policy()).has("ETag")).isFalse();
        assertThat(ResponseFields.complete(get(), new CacheResponse(200, Fields.EMPTY), null, NOW, policy())
                        .has("ETag"))
                .isFalse();
    }

    @Test
    void theLifetimeIsToldWithItsScopeAndItsWindows() {
        CachePolicy.Builder windows =
                ttl(60).staleWhileRevalidate(Duration.ofSeconds(5)).staleIfError(Duration.ofSeconds(7));
        assertThat(control(windows.build())).isEqualTo("max-age=60, stale-while-revalidate=5, stale-if-error=7");
        assertThat(control(ttl(60).sharing(Sharing.PUBLIC).build())).isEqualTo("public, max-age=60");
        assertThat(control(ttl(60).sharing(Sharing.PRIVATE).build())).isEqualTo("private, max-age=60");
        assertThat(control(ttl(0).build())).isEqualTo("max-age=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"10 | max-age=10", "60 | max-age=60", "100 | max-age=60", "0 | no-cache"})
    void clientsAreToldTheirOwnLifetimeIfItIsShorter(long clientTtl, String control) {
        CachePolicy policy = ttl(60).clientTtl(Duration.ofSeconds(clientTtl))
                .staleIfError(Duration.ofSeconds(9))
                .build();
        assertThat(control(policy)).isEqualTo(control);
    }

    @Test
    void clientsThatMustRevalidateAreToldSoWithTheScope() {
        CachePolicy.Builder policy = ttl(60).clientTtl(Duration.ZERO).staleWhileRevalidate(Duration.ofSeconds(9));
        assertThat(control(policy.build())).isEqualTo("no-cache");
        assertThat(control(policy.sharing(Sharing.PUBLIC).build())).isEqualTo("public, no-cache");
        assertThat(control(policy.sharing(Sharing.PRIVATE).build())).isEqualTo("private, no-cache");
    }

    @Test
    void clientsThatMustRevalidateCalculateNoLifetimeOfTheirOwn() {
        CachePolicy.Builder guessing = CachePolicy.builder().heuristicFreshness(true);
        assertThat(control(guessing.build(), "Last-Modified", NOW_TEXT)).isNull();
        assertThat(control(guessing.clientTtl(Duration.ofSeconds(5)).build(), "Last-Modified", NOW_TEXT))
                .isNull();
        CachePolicy revalidated = guessing.clientTtl(Duration.ZERO).build();
        assertThat(control(revalidated, "Last-Modified", NOW_TEXT)).isEqualTo("no-cache");
        assertThat(control(revalidated, "Last-Modified", NOW_TEXT, "Cache-Control", "max-age=5"))
                .isEqualTo("max-age=5");
    }

    @Test
    void clientsRevalidateAResponseThatNamesGroupsUnlessTheyHaveATtl() {
        String[] groups = {"Cache-Groups", "\"news\""};
        assertThat(control(ttl(60).build(), groups)).isEqualTo("no-cache");
        assertThat(control(ttl(60).sharing(Sharing.PUBLIC).build(), groups)).isEqualTo("public, no-cache");
        assertThat(control(ttl(60).clientTtl(Duration.ofSeconds(5)).build(), groups))
                .isEqualTo("max-age=5");
    }

    @Test
    void thePolicyAloneDeterminesTheLineOfAResponseWithoutOne() {
        assertThat(ResponseFields.cacheControl(ttl(60).build())).isEqualTo("max-age=60");
        assertThat(ResponseFields.cacheControl(
                        ttl(60).clientTtl(Duration.ofSeconds(90)).build()))
                .isEqualTo("max-age=60");
        assertThat(ResponseFields.cacheControl(policy())).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Cache-Control | no-store", "Cache-Control | public", "Expires | 0", "Pragma | no-cache"})
    void whereTheHandlerSpokeOfCachingNothingIsAdded(String name, String value) {
        Fields fields = complete(get(), 200, ttl(60).build(), name, value);
        assertThat(fields.all("Cache-Control")).isEqualTo(Fields.of(name, value).all("Cache-Control"));
    }

    @Test
    void whereATargetedFieldSpokeOfCachingNothingIsAdded() {
        for (String value : List.of("max-age=5", "no-store", "no-cache", "private")) {
            DirectivesReader reader = response -> ResponseDirectives.of(Fields.of("Cache-Control", value));
            assertThat(control(ttl(60).directives(reader).build())).isNull();
        }
        DirectivesReader silent = response -> ResponseDirectives.of(Fields.of("Cache-Control", "none"));
        assertThat(control(ttl(60).directives(silent).build())).isEqualTo("max-age=60");
    }

    @Test
    void aLifetimeIsToldOnlyForStatusesThatHaveOne() {
        assertThat(control(policy())).isNull();
        assertThat(complete(get(), 404, ttl(60).build()).has("Cache-Control")).isFalse();
        CachePolicy negative = ttl(60).statuses(Set.of(404)).build();
        assertThat(complete(get(), 404, negative).first("Cache-Control")).isEqualTo("max-age=60");
    }

    @Test
    void anAnswerForOneUserIsGivenNoLifetimeThatOthersCouldUse() {
        CachePolicy shared = ttl(60).build();
        assertThat(complete(getAsUser(), 200, shared).has("Cache-Control")).isFalse();
        assertThat(complete(get("Authorization", "x"), 200, shared).has("Cache-Control"))
                .isFalse();
        assertThat(complete(get(), 200, shared, "Set-Cookie", "a=b").has("Cache-Control"))
                .isFalse();
        CachePolicy perUser = ttl(60).sharing(Sharing.PRIVATE).build();
        assertThat(complete(getAsUser(), 200, perUser).first("Cache-Control")).isEqualTo("private, max-age=60");
        CachePolicy everybody = ttl(60).sharing(Sharing.PUBLIC).build();
        assertThat(complete(getAsUser(), 200, everybody).first("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void headIsToldWhatGetIs(String method) {
        assertThat(complete(request(method), 200, ttl(60).build()).first("Cache-Control"))
                .isEqualTo("max-age=60");
        assertThat(complete(request("POST"), 200, ttl(60).build()).has("Cache-Control"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Origin | Origin, Accept, X-A",
                "accept, X-a | accept, X-a",
                "X-A | X-A, Accept",
                "* | *",
                "`` | `, Accept, X-A`"
            })
    void varyGainsTheNamesItLacks(String own, String merged) {
        CachePolicy policy = ttl(60).vary(List.of("Accept", "X-A", "ACCEPT")).build();
        assertThat(complete(get(), 200, policy, "Vary", own).all("Vary")).containsExactly(merged);
    }

    @Test
    void severalVaryLinesStayAsTheyAreIfNothingIsMissing() {
        CachePolicy policy = ttl(60).vary(List.of("X-A")).build();
        assertThat(complete(get(), 200, policy, "Vary", "Origin", "Vary", "X-A").all("Vary"))
                .containsExactly("Origin", "X-A");
        assertThat(complete(get(), 200, policy, "Vary", "Origin", "Vary", "Accept")
                        .all("Vary"))
                .containsExactly("Origin, Accept, X-A");
    }
}
