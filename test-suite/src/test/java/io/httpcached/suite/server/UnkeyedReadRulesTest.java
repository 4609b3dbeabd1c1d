package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the rules of {@code unkeyed-reads} other than {@code vary}, with the routes of {@link UnkeyedReadsContract}. */
class UnkeyedReadRulesTest {

    private static TestServer start(String rule) {
        return TestServer.start("unkeyed-reads", "http-cache.unkeyed-reads", rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/unkeyed/tenant | X-Tenant: a | $Tenants read the header field X-Tenant; write vary = \"X-Tenant\"",
                "/unkeyed/advice | X-Api-Key: a | $ApiKeyAdvice read the header field X-Api-Key; write vary",
                "/unkeyed/template | Accept-Language: de | read the language; take a java.util.Locale as a parameter",
                "/unkeyed/cookie | Cookie: theme=dark | $Pages read the cookie theme; take it as a parameter with @CookieValue",
                "/unkeyed/attribute | X-Plan: gold | $Pages read the request attribute plan; write a key contributor",
                "/unkeyed/parameter?page=1 | X-Plan: gold | $Pages read the query parameter page; take it as a parameter",
                "/unkeyed/session | X-Plan: gold | $Pages read the session; do not cache the route",
                "/unkeyed/public | X-User: a | $Pages read the user; write scope = PRIVATE",
            })
    void readIsWarnedAboutOnceAndStored(String path, String line, String warning) {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN);
                TestServer server = start("warn")) {
            WireResponse first = server.get(path, line);
            assertThat(server.get(path).text()).isEqualTo(first.text());
            assertThat(server.get(path).isHit()).isTrue();
            server.get(path, line, "Cache-Control: no-cache");
            assertThat(log.lines())
                    .filteredOn(message -> message.startsWith("WARN The key of "))
                    .singleElement()
                    .asString()
                    .contains(warning);
        }
    }

    @Test
    void readFailsTheRequest() {
        try (TestServer server = start("fail")) {
            WireResponse failed = server.get("/unkeyed/tenant", "X-Tenant: a");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.text()).contains("Pages.tenant lacks what its handler reads", "X-Tenant");
            assertThat(server.get("/unkeyed/tenant", "X-Tenant: b").status()).isEqualTo(500);
            assertThat(server.get("/unkeyed/noise", "traceparent: 1").status()).isEqualTo(200);
            assertThat(server.get("/unkeyed/noise").isHit()).isTrue();
        }
    }

    @Test
    void readIsIgnored() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN);
                TestServer server = start("ignore")) {
            WireResponse first = server.get("/unkeyed/tenant", "X-Tenant: a");
            assertThat(server.get("/unkeyed/tenant", "X-Tenant: b").text()).isEqualTo(first.text());
            assertThat(log.lines()).noneMatch(message -> message.contains("X-Tenant"));
        }
    }

    @Test
    void explanationAndReportShowWhatWasLearned() {
        try (TestServer server = TestServer.start("unkeyed-reads", "endpoints.httpcache.sensitive", false)) {
            server.get("/unkeyed/tenant", "X-Tenant: a");
            for (String target : List.of("/httpcache", "/httpcache/explain?uri=/unkeyed/tenant")) {
                assertThat(server.get(target).text())
                        .contains("\"learned\":[{\"part\":\"x-tenant\",\"reader\":\""
                                + UnkeyedReadsContract.Tenants.class.getName()
                                + "\",\"firstRequest\":\"GET /unkeyed/tenant\",\"tooManyValues\":false}]");
            }
        }
    }
}
