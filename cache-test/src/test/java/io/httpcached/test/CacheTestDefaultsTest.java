package io.httpcached.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.RouteReport;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.context.TestContext;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests the defaults of the kit, and that the configuration of the application wins. */
class CacheTestDefaultsTest {

    private static EmbeddedServer start(Object... settings) {
        Map<String, Object> properties = new HashMap<>(Map.of("scenario", "shop", "micronaut.server.port", -1));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i].toString(), settings[i + 1]);
        }
        return ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }

    private static HttpResponse<String> get(EmbeddedServer server, String target) {
        return server.getApplicationContext().getBean(CacheTester.class).get(target, "X-Tenant", "a");
    }

    private static Set<UnkeyedReads> rules(EmbeddedServer server) {
        return server.getApplicationContext().getBean(CacheReport.class).routes().stream()
                .map(RouteReport::unkeyedReads)
                .collect(Collectors.toSet());
    }

    @Test
    void requestThatReadsBesideItsKeyFails() {
        try (EmbeddedServer server = start()) {
            HttpResponse<String> response = get(server, "/shop/reads");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("Shop.reads", "X-Tenant");
        }
    }

    @Test
    void reportAndExplanationShowTheRule() {
        try (EmbeddedServer server = start()) {
            assertThat(rules(server)).containsExactly(UnkeyedReads.FAIL);
            assertThat(server.getApplicationContext()
                            .getBean(CacheReport.class)
                            .explain(HttpRequest.GET("/shop/reads"))
                            .join()
                            .toString())
                    .contains("FAIL");
        }
    }

    @Test
    void ruleOfTheApplicationWins() {
        try (EmbeddedServer server = start("http-cache.unkeyed-reads", "vary")) {
            assertThat(get(server, "/shop/reads").statusCode()).isEqualTo(200);
            assertThat(rules(server)).containsExactly(UnkeyedReads.VARY);
        }
    }

    /** The file is {@code application-quiet.properties}. */
    @Test
    void ruleInAFileOfTheApplicationWins() {
        try (EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class, Map.of("scenario", "shop", "micronaut.server.port", -1), "test", "quiet")) {
            assertThat(rules(server)).containsExactly(UnkeyedReads.WARN);
        }
    }

    @Test
    void deprecatedRuleOfTheApplicationWins() {
        try (EmbeddedServer server = start("http-cache.isolate-handlers", true)) {
            assertThat(rules(server)).containsExactly(UnkeyedReads.HIDE);
        }
    }

    @Test
    void applicationWithoutCacheCanBeTested() {
        try (EmbeddedServer server = start("http-cache.enabled", false, "http-cache.invalidation.enabled", false)) {
            ApplicationContext context = server.getApplicationContext();
            context.getBean(CacheTestListener.class)
                    .beforeTestMethod(new TestContext(context, null, null, null, null, "test", false));
            assertThat(get(server, "/shop/items/1").statusCode()).isEqualTo(200);
            assertThat(context.getBean(CacheRecording.class).decisions())
                    .singleElement()
                    .satisfies(decision -> assertThat(decision.cacheStatus()).isNull());
        }
    }

    @Test
    void serverSendsNoDateOfItsOwnUnlessTheApplicationSaysSo() {
        for (boolean date : List.of(true, false)) {
            try (EmbeddedServer server = date ? start("micronaut.server.date-header", true) : start()) {
                assertThat(get(server, "/shop/uncached")
                                .headers()
                                .firstValue("Date")
                                .isPresent())
                        .isEqualTo(date);
                assertThat(get(server, "/shop/items/1").headers().firstValue("Date"))
                        .isPresent();
            }
        }
    }
}
