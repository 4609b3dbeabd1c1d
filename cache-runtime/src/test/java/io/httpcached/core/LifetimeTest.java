package io.httpcached.core;

import static io.httpcached.core.Samples.policy;
import static io.httpcached.core.Samples.stored;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {

    private static final CachePolicy WINDOWS = ttl(5).staleWhileRevalidate(Duration.ofSeconds(30))
            .staleIfError(Duration.ofSeconds(300))
            .build();

    @Test
    void windowsAreThePolicysUnlessTheResponseSaysOthers() {
        Lifetime silent = stored(WINDOWS).lifetime();
        assertThat(silent.staleWhileRevalidateSeconds()).isEqualTo(30);
        assertThat(silent.staleIfErrorSeconds()).isEqualTo(300);
        Lifetime stated = stored(WINDOWS, "Cache-Control", "max-age=9, stale-while-revalidate=1, stale-if-error=0")
                .lifetime();
        assertThat(stated.staleWhileRevalidateSeconds()).isEqualTo(1);
        assertThat(stated.staleIfErrorSeconds()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"must-revalidate, max-age=9", "proxy-revalidate, max-age=9", "s-maxage=9", "no-cache, max-age=9"})
    void whatForbidsUseWhenStaleClosesBothWindows(String control) {
        Lifetime lifetime =
                stored(WINDOWS, "Cache-Control", control, "ETag", "\"a\"").lifetime();
        assertThat(lifetime.staleWhileRevalidateSeconds()).isZero();
        assertThat(lifetime.staleIfErrorSeconds()).isZero();
        assertThat(lifetime.mustRevalidate() || lifetime.alwaysRevalidate()).isTrue();
    }

    @Test
    void aPrivateCacheIsNotBoundByWhatIsSaidToSharedOnes() {
        CachePolicy perUser = ttl(5).sharing(Sharing.PRIVATE).build();
        CacheResponse response = Samples.ok("Cache-Control", "proxy-revalidate, s-maxage=9");
        Storability verdict = Samples.decide(Samples.getAsUser(), response, perUser);
        assertThat(verdict).isInstanceOfSatisfying(Storability.Store.class, store -> assertThat(
                        store.lifetime().mustRevalidate())
                .isFalse());
    }

    @Test
    void theResponseItselfPermitsSharing() {
        assertThat(stored(WINDOWS, "Cache-Control", "public").lifetime().sharingPermitted())
                .isTrue();
        assertThat(stored(WINDOWS).lifetime().sharingPermitted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Other | 1 | true",
                "Cache-Control | public | false",
                "Cache-Control | max-age=9 | false",
                "Expires | Sun, 01 Mar 2026 13:00:00 GMT | false",
                "Pragma | no-cache | false"
            })
    void theCacheControlIsOursOnlyWhereTheHandlerWasSilent(String name, String value, boolean ours) {
        assertThat(stored(WINDOWS, name, value).lifetime().fromPolicy()).isEqualTo(ours);
    }

    @Test
    void theCacheControlOfAHeuristicLifetimeIsOursWhereClientsRevalidate() {
        CachePolicy.Builder guessing = CachePolicy.builder().heuristicFreshness(true);
        String[] lines = {"Last-Modified", "Sun, 01 Mar 2026 11:00:00 GMT"};
        assertThat(stored(guessing.build(), lines).lifetime().fromPolicy()).isFalse();
        CachePolicy revalidated = guessing.clientTtl(Duration.ZERO).build();
        assertThat(stored(revalidated, lines).lifetime().fromPolicy()).isTrue();
        assertThat(stored(revalidated, lines).lifetime().freshSeconds()).isEqualTo(360);
        CacheResponse response = Samples.ok(lines);
        assertThat(Lifetime.of(response, ResponseDirectives.NONE, 360, Samples.NOW - 3_000, Samples.NOW, revalidated)
                        .initialAgeSeconds())
                .isEqualTo(3);
    }

    @Test
    void anEntryIsOfUseWhileItIsFreshOrMayBeUsedStaleOrValidated() {
        Lifetime lifetime = new Lifetime(60, 10, 20, 30, false, false, false, false);
        assertThat(lifetime.usefulSeconds(0)).isEqualTo(80);
        assertThat(lifetime.usefulSeconds(100)).isEqualTo(150);
        Lifetime spent = new Lifetime(10, 60, 0, 0, false, false, false, false);
        assertThat(spent.usefulSeconds(0)).isZero();
        assertThat(stored(policy(), "Cache-Control", "max-age=60", "Age", "10")
                        .lifetime()
                        .usefulSeconds(0))
                .isEqualTo(50);
    }

    @Test
    void theTimeOfTheHandlerCountsAgainstAStatedLifetimeOnly() {
        CachePolicy policy = Samples.ttl(60).build();
        CacheResponse silent = Samples.ok();
        CacheResponse stated = Samples.ok("Cache-Control", "max-age=60");
        long called = Samples.NOW - 3_000;
        assertThat(Lifetime.of(silent, ResponseDirectives.NONE, 60, called, Samples.NOW, policy)
                        .initialAgeSeconds())
                .isZero();
        assertThat(Lifetime.of(stated, ResponseDirectives.of(stated.fields()), 60, called, Samples.NOW, policy)
                        .initialAgeSeconds())
                .isEqualTo(3);
    }
}
