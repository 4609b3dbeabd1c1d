package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.RouteReport;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the precedence of {@code unkeyedReads}: method, controller, named policy, configuration. */
class UnkeyedReadsSettingTest {

    @ParameterizedTest
    @CsvSource({
        "vary, VARY",
        "warn, WARN",
        "Hide, HIDE",
        "FAIL, FAIL",
        "ignore, IGNORE",
    })
    void ruleComesFromTheMostSpecificSetting(String general, UnkeyedReads rule) {
        try (TestServer server = start("http-cache.unkeyed-reads", general)) {
            assertThat(rules(server))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "general", rule,
                            "generalPolicy", rule,
                            "named", UnkeyedReads.HIDE,
                            "method", UnkeyedReads.FAIL,
                            "inherited", UnkeyedReads.WARN,
                            "own", UnkeyedReads.IGNORE));
        }
    }

    @Test
    void ruleIsVaryByDefault() {
        try (TestServer server = start()) {
            assertThat(rules(server)).containsEntry("general", UnkeyedReads.VARY);
        }
    }

    @Test
    void deprecatedSwitchMeansHideWhereNothingElseIsSet() {
        try (TestServer server = start("http-cache.isolate-handlers", true)) {
            assertThat(rules(server))
                    .containsEntry("general", UnkeyedReads.HIDE)
                    .containsEntry("generalPolicy", UnkeyedReads.HIDE)
                    .containsEntry("method", UnkeyedReads.FAIL)
                    .containsEntry("own", UnkeyedReads.IGNORE);
            assertThat(server.get("/unkeyed/general", "X-Tenant: a").text()).isEqualTo("none");
            assertThat(server.get("/unkeyed/controller/own", "X-Tenant: a").text())
                    .isEqualTo("a");
        }
    }

    @Test
    void handlersOfOneRouteAreIsolated() {
        try (TestServer server = start("http-cache.unkeyed-reads", "ignore")) {
            assertThat(server.get("/unkeyed/named", "X-Tenant: a").text()).isEqualTo("none");
            assertThat(server.get("/unkeyed/general", "X-Tenant: a").text()).isEqualTo("a");
        }
    }

    private static TestServer start(Object... settings) {
        Object[] all = new Object[settings.length + 4];
        System.arraycopy(settings, 0, all, 4, settings.length);
        all[0] = "http-cache.policies.hiding.unkeyed-reads";
        all[1] = "hide";
        all[2] = "http-cache.policies.plain.unkeyed-reads";
        all[3] = "default";
        return TestServer.start("unkeyed-reads-setting", all);
    }

    private static Map<String, UnkeyedReads> rules(TestServer server) {
        return server.bean(CacheReport.class).routes().stream()
                .collect(Collectors.toMap(RouteReport::method, RouteReport::unkeyedReads));
    }

    private static String tenant() {
        return ServerRequestContext.currentRequest()
                .map(request -> request.getHeaders().get("X-Tenant"))
                .orElse("none");
    }

    @Controller("/unkeyed")
    @Requires(property = "scenario", value = "unkeyed-reads-setting")
    static class OfMethods {

        @Get("/general")
        @HttpCached(ttl = "1m")
        String general() {
            return tenant();
        }

        @Get("/general-policy")
        @HttpCached(ttl = "1m", policy = "plain")
        String generalPolicy() {
            return tenant();
        }

        @Get("/named")
        @HttpCached(ttl = "1m", policy = "hiding")
        String named() {
            return tenant();
        }

        @Get("/method")
        @HttpCached(ttl = "1m", policy = "hiding", unkeyedReads = UnkeyedReads.FAIL)
        String method() {
            return tenant();
        }
    }

    @Controller("/unkeyed/controller")
    @HttpCached(ttl = "1m", policy = "hiding", unkeyedReads = UnkeyedReads.WARN)
    @Requires(property = "scenario", value = "unkeyed-reads-setting")
    static class OfController {

        @Get("/inherited")
        String inherited() {
            return tenant();
        }

        @Get("/own")
        @HttpCached(unkeyedReads = UnkeyedReads.IGNORE)
        String own() {
            return tenant();
        }
    }
}
