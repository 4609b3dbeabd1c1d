package io.httpcached.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http-cache.backend",
                "http-cache.memory.maximum-size",
                "http-cache.policies.catalog.ttl",
                "http-cache.policies.ttl.ttl",
                "http-cache.targeted-fields[0]",
                "http-cache.memcached.servers[12]",
                "http-cache.policies.catalog.statuses[1]",
            })
    void containsProperties(String property) {
        assertThat(KnownProperties.contains(property)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http-cache.memroy.maximum-size, http-cache.memory.maximum-size",
        "http-cache.memory.maximumsize, http-cache.memory.maximum-size",
        "http-cache.enable, http-cache.enabled",
        "http-cache.isolate-handler, http-cache.isolate-handlers",
        "http-cache.policies.catalog.tll, http-cache.policies.catalog.ttl",
        "http-cache.policies.catalog.client-tll[0], http-cache.policies.catalog.client-ttl",
        "http-cache.policy.catalog.stale-if-error, http-cache.policies.<name>.stale-if-error",
        "http-cache.invalidation.on-error, http-cache.invalidation.on-failure",
    })
    void findsTheNearestOfAnUnknownProperty(String unknown, String nearest) {
        assertThat(KnownProperties.contains(unknown)).isFalse();
        assertThat(KnownProperties.nearest(unknown)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_CACHE_BACKEND, true",
        "HTTP_CACHE_MEMORY_MAXIMUM_SIZE, true",
        "HTTP_CACHE_POLICIES_CATALOG_TTL, true",
        "HTTP_CACHE_POLICIES_TWO_WORDS_STALE_IF_ERROR, true",
        "HTTP_CACHE_POLICIES_TTL, false",
        "HTTP_CACHE_MEMROY_MAXIMUM_SIZE, false",
        "HTTP_CACHE_POLICIES_CATALOG_TLL, false",
    })
    void knowsEnvironmentVariables(String variable, boolean known) {
        assertThat(KnownProperties.containsVariable(variable)).isEqualTo(known);
    }

    @Test
    void findsTheNearestEnvironmentVariable() {
        assertThat(KnownProperties.nearestVariable("HTTP_CACHE_MEMROY_MAXIMUM_SIZE"))
                .isEqualTo("HTTP_CACHE_MEMORY_MAXIMUM_SIZE");
    }
}
