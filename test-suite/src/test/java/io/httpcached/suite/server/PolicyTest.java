package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the precedence of policy settings: method, controller, named policy, configuration. */
class PolicyTest {

    private static final TestServer SERVER = TestServer.start(
            "policy",
            "shop.ttl",
            "7s",
            "shop.policy",
            "slow",
            "http-cache.default-ttl",
            "2m",
            "http-cache.namespace",
            "blue",
            "http-cache.cache-status-key",
            true,
            "http-cache.policies.slow.ttl",
            "3h",
            "http-cache.policies.slow.client-ttl",
            "1h",
            "http-cache.policies.slow.statuses",
            "200,404",
            "http-cache.policies.slow.namespace",
            "green",
            "http-cache.policies.slow.request-directives",
            "ignore");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/policy/of-class           | max-age=60, stale-while-revalidate=10",
                "/policy/of-method          | max-age=5, stale-while-revalidate=10",
                "/policy/of-placeholder     | max-age=7, stale-while-revalidate=10",
                "/policy/of-default         | max-age=30, stale-while-revalidate=10",
                "/configured/default        | max-age=120",
                "/configured/named          | max-age=3600",
                "/configured/placeholder    | max-age=3600",
                "/configured/own-wins       | max-age=180",
            })
    void lifetimeComesFromTheMostSpecificSetting(String target, String cacheControl) {
        assertThat(SERVER.get(target).header("Cache-Control")).isEqualTo(cacheControl);
        WireResponse hit = SERVER.get(target);
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.header("Cache-Control")).isEqualTo(cacheControl);
    }

    @Test
    void methodWithNoHttpCacheIsNotCached() {
        WireResponse first = SERVER.get("/policy/opted-out");
        WireResponse second = SERVER.get("/policy/opted-out");
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(second.headers("Cache-Status")).isEmpty();
        assertThat(second.headers("ETag")).isEmpty();
        assertThat(second.headers("Cache-Control")).isEmpty();
    }

    @Test
    void unsafeMethodOfACachedControllerIsNotCached() {
        WireResponse first = SERVER.send("POST", "/policy/unsafe", "Content-Length: 0");
        WireResponse second = SERVER.send("POST", "/policy/unsafe", "Content-Length: 0");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(second.headers("Cache-Status")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/configured/default, blue",
        "/configured/named, green",
        "/configured/namespace, red",
    })
    void keyBeginsWithTheNamespace(String target, String namespace) {
        assertThat(SERVER.get(target).cacheStatus()).contains("key=\"k:" + namespace.length() + ":" + namespace);
    }

    @Test
    void storesTheStatusesOfANamedPolicy() {
        assertThat(SERVER.get("/configured/missing").status()).isEqualTo(404);
        assertThat(SERVER.get("/configured/missing").isHit()).isTrue();
    }

    @Test
    void requestDirectivesOfANamedPolicyApply() {
        SERVER.get("/configured/named");
        assertThat(SERVER.get("/configured/named", "Cache-Control: no-cache").isHit())
                .isTrue();
    }

    @Test
    void requestDirectivesOfTheMethodTakePrecedence() {
        SERVER.get("/configured/honoring");
        assertThat(SERVER.get("/configured/honoring", "Cache-Control: no-cache").isHit())
                .isFalse();
    }

    @Controller("/policy")
    @HttpCached(ttl = "1m", staleWhileRevalidate = "10s")
    @Requires(property = "scenario", value = "policy")
    static class OfClass {

        private final AtomicInteger runs = new AtomicInteger();

        private String run() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/of-class")
        String ofClass() {
            return run();
        }

        @Get("/of-method")
        @HttpCached(ttl = "5s")
        String ofMethod() {
            return run();
        }

        @Get("/of-placeholder")
        @HttpCached(ttl = "${shop.ttl}")
        String ofPlaceholder() {
            return run();
        }

        @Get("/of-default")
        @HttpCached(ttl = "${shop.absent:30s}")
        String ofDefault() {
            return run();
        }

        @Get("/opted-out")
        @NoHttpCache
        String optedOut() {
            return run();
        }

        @Post("/unsafe")
        @SuppressWarnings("httpcached:missing-invalidation")
        String unsafe() {
            return run();
        }
    }

    @Controller("/configured")
    @HttpCached
    @Requires(property = "scenario", value = "policy")
    static class Configured {

        private final AtomicInteger runs = new AtomicInteger();

        private String run() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/default")
        String byDefault() {
            return run();
        }

        @Get("/named")
        @HttpCached(policy = "slow")
        String named() {
            return run();
        }

        @Get("/placeholder")
        @HttpCached(policy = "${shop.policy}")
        String placeholder() {
            return run();
        }

        @Get("/own-wins")
        @HttpCached(policy = "slow", ttl = "4m", clientTtl = "3m")
        String ownWins() {
            return run();
        }

        @Get("/namespace")
        @HttpCached(policy = "slow", namespace = "red")
        String namespace() {
            return run();
        }

        @Get("/missing")
        @HttpCached(policy = "slow")
        HttpResponse<String> missing() {
            return HttpResponse.notFound(run());
        }

        @Get("/honoring")
        @HttpCached(policy = "slow", requestDirectives = RequestDirectives.HONOR)
        String honoring() {
            return run();
        }
    }
}
