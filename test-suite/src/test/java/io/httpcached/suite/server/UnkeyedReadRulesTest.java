package io.httpcached.suite.server;

import static io.httpcached.suite.server.UnkeyedReadsContract.assertHit;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the rules of {@code unkeyed-reads} other than {@code vary}, with the routes of {@link UnkeyedReadsApplication}. */
class UnkeyedReadRulesTest {

    private static TestServer start(String rule, UnkeyedReadExample example) {
        return TestServer.start(
                "unkeyed-reads",
                example.settings("http-cache.unkeyed-reads", rule, "http-cache.collapse-timeout", "10m"));
    }

    @ParameterizedTest
    @EnumSource
    void readIsWarnedAboutOnceAndStored(UnkeyedReadExample example) {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN);
                TestServer server = start("warn", example)) {
            WireResponse first = example.getOne(server);
            assertThat(first.cacheStatus()).contains("stored");
            assertHit(example.getOne(server), first.text());
            assertHit(example.getOther(server), first.text());
            example.getOne(server, "Cache-Control: no-cache");
            example.getOther(server, "Cache-Control: no-cache");
            assertThat(log.lines())
                    .filteredOn(message -> message.contains("lacks what its handler reads"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN " + example.route())
                    .contains(example.message());
        }
    }

    /** The request after one that failed runs the handler. It would wait for the time of {@link #start} otherwise. */
    @ParameterizedTest
    @EnumSource
    void readFailsTheRequest(UnkeyedReadExample example) {
        try (TestServer server = start("fail", example)) {
            for (WireResponse failed : List.of(example.getOne(server), example.getOther(server))) {
                assertThat(failed.status()).isEqualTo(500);
                assertThat(failed.isHit()).isFalse();
                assertThat(failed.text().replace("\\\"", "\"")).contains(example.route(), example.message());
            }
        }
    }

    @Test
    void noiseDoesNotFailTheRequest() {
        try (TestServer server = TestServer.start("unkeyed-reads", "http-cache.unkeyed-reads", "fail")) {
            assertThat(server.get("/unkeyed/noise", "traceparent: 1").status()).isEqualTo(200);
            assertThat(server.get("/unkeyed/noise").isHit()).isTrue();
        }
    }

    @Test
    void readIsIgnored() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN);
                TestServer server = TestServer.start("unkeyed-reads", "http-cache.unkeyed-reads", "ignore")) {
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
                                + UnkeyedReadsApplication.Tenants.class.getName()
                                + "\",\"firstRequest\":\"GET /unkeyed/tenant\",\"storable\":true}]");
            }
        }
    }

    @Test
    void explanationShowsWhatKeepsResponsesFromBeingStored() {
        try (TestServer server = TestServer.start(
                "unkeyed-reads", "endpoints.httpcache.sensitive", false, "http-cache.reads.maximum-names", 1)) {
            server.get("/unkeyed/session");
            assertThat(server.get("/httpcache/explain?uri=/unkeyed/session").text())
                    .contains(
                            "\"part\":\"the session\"", "\"firstRequest\":\"GET /unkeyed/session\",\"storable\":false");
            assertThat(server.get("/httpcache").text()).contains("\"notStoredByCause\":{\"unkeyed-read\":1}");
            server.get("/unkeyed/named?name=X-1");
            server.get("/unkeyed/named?name=X-2");
            assertThat(server.get("/httpcache/explain?uri=/unkeyed/named%3Fname%3DX-1")
                            .text())
                    .contains("\"part\":\"x-1\"", "\"firstRequest\":\"GET /unkeyed/named?name=X-1\",\"storable\":true")
                    .contains(
                            "\"part\":\"x-2\"", "\"firstRequest\":\"GET /unkeyed/named?name=X-2\",\"storable\":false");
        }
    }
}
