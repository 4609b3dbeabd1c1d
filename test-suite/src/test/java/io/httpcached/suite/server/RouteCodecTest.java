package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes whose entries have different forms in one backend. */
class RouteCodecTest {

    private static final List<String> TARGETS = List.of("/forms/json", "/forms/by-policy", "/forms/usual");

    private static TestServer overRedis(String keyPrefix, Object... settings) {
        List<Object> all = new ArrayList<>(List.of(
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "10s",
                "http-cache.key-prefix",
                keyPrefix,
                "http-cache.policies.small.codec",
                "gzip",
                "endpoints.httpcache.sensitive",
                false));
        all.addAll(List.of(settings));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> all.addAll(List.of(name, value)));
        return TestServer.start("codecs", all.toArray());
    }

    private static String keyPrefix() {
        return "codecs-" + UUID.randomUUID() + ':';
    }

    private static String warmUp(TestServer server, String target) {
        return Eventually.get(() -> server.get(target), WireResponse::isHit).text();
    }

    @Test
    void entriesHaveTheFormOfTheirRoute() {
        String keyPrefix = keyPrefix();
        try (TestServer server = overRedis(keyPrefix)) {
            TARGETS.forEach(target -> warmUp(server, target));
        }
        List<String> values = new ArrayList<>();
        RedisServers.tell(
                RedisServers.shared(), redis -> redis.keys(keyPrefix + '*').forEach(key -> values.add(redis.get(key))));
        assertThat(values)
                .filteredOn(value -> value.contains("\"format\":\"httpcached-4\""))
                .singleElement()
                .asString()
                .contains("form json");
        assertThat(values).filteredOn(value -> value.contains("form usual")).hasSize(1);
        assertThat(values).filteredOn(value -> value.contains("form gzip")).isEmpty();
    }

    @Test
    void nodesReadTheEntriesOfEachOther() {
        String keyPrefix = keyPrefix();
        try (TestServer one = overRedis(keyPrefix);
                TestServer other = overRedis(keyPrefix)) {
            for (String target : TARGETS) {
                assertThat(warmUp(other, target)).isEqualTo(warmUp(one, target));
            }
        }
    }

    @Test
    void oneInvalidationReachesEntriesOfEachForm() {
        try (TestServer server = overRedis(keyPrefix())) {
            TARGETS.forEach(target -> warmUp(server, target));
            server.bean(HttpCache.class).invalidateTags("form").join();
            assertThat(TARGETS)
                    .allSatisfy(target ->
                            assertThat(server.get(target).isHit()).as(target).isFalse());
        }
    }

    /** An entry in the form of before is a miss, and not an error. */
    @Test
    void entryInAnotherFormIsAMiss() {
        String keyPrefix = keyPrefix();
        try (TestServer before = overRedis(keyPrefix, "forms.codec", "json")) {
            warmUp(before, "/forms/configured");
        }
        try (TestServer after = overRedis(keyPrefix, "forms.codec", "binary")) {
            WireResponse answer = after.get("/forms/configured");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.isHit()).isFalse();
        }
    }

    @Test
    void memoryHasNoCodec() {
        try (TestServer server = TestServer.start(
                "codecs", "http-cache.policies.small.codec", "gzip", "endpoints.httpcache.sensitive", false)) {
            TARGETS.forEach(target -> warmUp(server, target));
            assertThat(server.get("/httpcache").text()).doesNotContain("\"codec\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"/forms/json, json", "/forms/by-policy, gzip", "/forms/usual, binary"})
    void explanationShowsTheCodec(String target, String codec) {
        try (TestServer server = overRedis(keyPrefix())) {
            assertThat(server.get("/httpcache/explain?uri=" + target).text()).contains("\"codec\":\"" + codec + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forms.codec", "http-cache.policies.small.codec"})
    void unknownCodecFailsStartupWithTheKnownOnes(String property) {
        for (String backend : List.of("memory", "redis")) {
            Throwable failure = catchThrowable(() -> {
                if (backend.equals("redis")) {
                    overRedis(keyPrefix(), property, "yaml").close();
                } else {
                    TestServer.start("codecs", "http-cache.policies.small.codec", "gzip", property, "yaml")
                            .close();
                }
            });
            assertThat(failure)
                    .rootCause()
                    .hasMessageContaining(property.equals("forms.codec") ? "Forms.configured, codec" : property)
                    .hasMessageContaining("must be one of [binary, gzip, json], but was 'yaml'");
        }
    }

    @Controller("/forms")
    @HttpCached(ttl = "1h", tags = "form")
    @Requires(property = "scenario", value = "codecs")
    static class Forms {

        private final AtomicInteger runs = new AtomicInteger();

        private String run(String form) {
            return "form " + form + ", run " + runs.incrementAndGet() + " " + "x".repeat(200);
        }

        @Get("/json")
        @HttpCached(codec = "json")
        String json() {
            return run("json");
        }

        @Get("/by-policy")
        @HttpCached(policy = "small")
        @SuppressWarnings("httpcached:overridden-policy") // the ttl is that of the class
        String byPolicy() {
            return run("gzip");
        }

        @Get("/usual")
        String usual() {
            return run("usual");
        }

        @Get("/configured")
        @HttpCached(codec = "${forms.codec:}")
        String configured() {
            return run("configured");
        }
    }
}
