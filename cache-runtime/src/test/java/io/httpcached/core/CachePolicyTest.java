package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CachePolicyTest {

    @Test
    void aPolicyStoresOnlyExplicitLifetimesUnlessToldOtherwise() {
        CachePolicy policy = CachePolicy.builder().build();
        assertThat(policy.ttl()).isNull();
        assertThat(policy.clientTtl()).isNull();
        assertThat(policy.staleWhileRevalidate()).isZero();
        assertThat(policy.staleIfError()).isZero();
        assertThat(policy.staleAfter()).isNull();
        assertThat(policy.jitter()).isEqualTo(LifetimeShare.NONE);
        assertThat(policy.jitterSeconds()).isZero();
        assertThat(policy.refreshAhead()).isEqualTo(LifetimeShare.NONE);
        assertThat(policy.sharing()).isEqualTo(Sharing.SHARED);
        assertThat(policy.statuses()).containsExactly(200);
        assertThat(policy.honorRequestDirectives()).isTrue();
        assertThat(policy.heuristicFreshness()).isFalse();
        assertThat(policy.vary()).isEmpty();
        assertThat(policy.directives()).isSameAs(DirectivesReader.CACHE_CONTROL);
    }

    @Test
    void theTtlBelongsToItsStatuses() {
        CachePolicy policy = CachePolicy.builder()
                .ttl(Duration.ofMinutes(1))
                .statuses(Set.of(200, 404))
                .build();
        assertThat(policy.ttlFor(404)).isEqualTo(Duration.ofMinutes(1));
        assertThat(policy.ttlFor(500)).isNull();
        assertThat(CachePolicy.builder().build().ttlFor(200)).isNull();
    }

    @Test
    void negativeDurationsAreRefusedByName() {
        Duration negative = Duration.ofSeconds(-1);
        CachePolicy.Builder builder = CachePolicy.builder();
        assertThatThrownBy(() -> CachePolicy.builder().ttl(negative).build())
                .hasMessage("ttl must not be negative, but was PT-1S.");
        assertThatThrownBy(() -> CachePolicy.builder().clientTtl(negative).build())
                .hasMessage("clientTtl must not be negative, but was PT-1S.");
        assertThatThrownBy(() ->
                        CachePolicy.builder().staleWhileRevalidate(negative).build())
                .hasMessage("staleWhileRevalidate must not be negative, but was PT-1S.");
        assertThatThrownBy(() -> CachePolicy.builder().staleIfError(negative).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("staleIfError must not be negative, but was PT-1S.");
        assertThatThrownBy(() -> CachePolicy.builder().staleAfter(negative).build())
                .hasMessage("staleAfter must not be negative, but was PT-1S.");
        assertThat(builder.ttl(Duration.ZERO).build().ttl()).isZero();
    }

    @Test
    void aPolicyDoesNotChangeWithWhatItWasMadeOf() {
        List<String> names = new ArrayList<>(List.of("Accept"));
        CachePolicy policy = CachePolicy.builder().vary(names).build();
        names.add("Cookie");
        assertThat(policy.vary()).containsExactly("Accept");
    }
}
