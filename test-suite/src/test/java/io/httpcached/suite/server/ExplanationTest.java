package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.FreePort;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the management endpoint explains how a request would be answered. */
class ExplanationTest {

    private final TestServer server =
            TestServer.start("explanation", "endpoints.httpcache.sensitive", false, "http-cache.keep-stale", "1h");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "after {0} s, {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "0   | none                                        | hit         | hit; ttl=60",
                "59  | none                                        | hit         | hit; ttl=1",
                "70  | none                                        | stale-hit   | hit; ttl=-10",
                "200 | Cache-Control: max-stale=1000               | stale-hit   | hit; ttl=-140",
                "200 | none                                        | revalidate  | fwd=stale; fwd-status=200; stored; ttl=60",
                "10  | Cache-Control: no-cache                     | revalidate  | fwd=request; fwd-status=200; stored; ttl=60",
                "10  | Cache-Control: max-age=5                    | revalidate  | fwd=request; fwd-status=200; stored; ttl=60",
                "10  | Cache-Control: min-fresh=55                 | revalidate  | fwd=request; fwd-status=200; stored; ttl=60",
                "10  | Cache-Control: no-store                     | bypass      | fwd=bypass; fwd-status=200",
                "10  | Authorization: Basic YTpi                   | bypass      | fwd=bypass; fwd-status=200",
                "10  | Content-Length: 0                           | hit         | hit; ttl=50",
                "10  | Cookie: theme=dark                          | miss        | fwd=miss; stored; ttl=60",
                "10  | Cookie: theme=dark, Cache-Control: only-if-cached | gateway-timeout | none",
            })
    void explanationMatchesTheFollowingRequest(int seconds, String header, String decision, String cacheStatus) {
        String target = "/explained/7?limit=3&utm_source=mail";
        server.get(target);
        server.advance(Duration.ofSeconds(seconds));
        String[] lines = header == null ? new String[0] : header.split(", ");

        Map<String, Object> explanation = explain(target, lines);
        assertThat(explanation).containsEntry("decision", decision);
        WireResponse answer = server.get(target, lines);
        if (cacheStatus == null) {
            assertThat(answer.status()).isEqualTo(504);
        } else {
            assertThat(answer.cacheStatus()).startsWith(cacheStatus);
        }
    }

    @Test
    void explanationHasNoSideEffects() {
        Map<String, Object> before = explain("/explained/1");
        assertThat(before).containsEntry("decision", "miss").doesNotContainKey("stored");
        assertThat(explain("/explained/1")).isEqualTo(before);
        assertThat(server.bean(Explained.class).runs).hasValue(0);
        assertThat(text(json("/httpcache"), "routes")).contains("misses=0").doesNotContain("misses=1");
    }

    @Test
    void showsRouteKeyAndStoredResponse() {
        server.get("/explained/7", "Cookie: theme=dark");
        server.advance(Duration.ofSeconds(20));
        Map<String, Object> explanation = explain("/explained/7", "cookie: theme=dark; other=x");
        assertThat(explanation)
                .containsEntry("decision", "hit")
                .containsEntry("reason", "the stored response is fresh")
                .containsEntry("uris", List.of("/explained/{id}"))
                .containsEntry("controller", Explained.class.getName())
                .containsEntry("method", "show")
                .containsEntry("store", "memory")
                .containsEntry("vary", List.of())
                .doesNotContainKey("backendFailure");
        assertThat(text(explanation, "key")).contains("2:id1:7").contains("5:theme4:dark");
        assertThat(text(explanation, "digest")).hasSize(43);
        Map<?, ?> stored = (Map<?, ?>) Objects.requireNonNull(explanation.get("stored"));
        assertThat(stored.get("status")).isEqualTo(200);
        assertThat(stored.get("age")).isEqualTo(20);
        assertThat(stored.get("ttl")).isEqualTo(40);
        assertThat((List<?>) stored.get("tags"))
                .anyMatch("tag:explained:7"::equals)
                .anyMatch("path:/explained/7"::equals);
    }

    @Test
    void matchesTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "management.md"));
        String documented = page.substring(page.indexOf("```json") + "```json".length());
        server.get("/explained/7?limit=3", "Cookie: theme=dark");
        server.advance(Duration.ofSeconds(20));
        assertThat(explain("/explained/7?limit=3", "Cookie: theme=dark", "Cache-Control: max-age=5"))
                .isEqualTo(
                        parse(documented.substring(0, documented.indexOf("```")).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void selectsTheVariant() {
        server.get("/explained/in", "Accept-Language: de");
        assertThat(explain("/explained/in", "Accept-Language: de"))
                .containsEntry("decision", "hit")
                .containsEntry("vary", List.of("accept-language"));
        assertThat(explain("/explained/in", "Accept-Language: fr"))
                .containsEntry("decision", "miss")
                .containsEntry("vary", List.of("accept-language"))
                .extractingByKey("reason")
                .asString()
                .startsWith("responses are stored for the key, but none matches");
    }

    @Test
    void showsTheKeyOfTheUser() {
        assertThat(explain("/explained/mine"))
                .containsEntry("decision", "bypass")
                .containsEntry("reason", "the route has one entry per user, and the request has no user");
        Map<String, Object> alice = json("/httpcache/explain?uri=/explained/mine&user=alice");
        assertThat(alice).containsEntry("decision", "miss");
        assertThat(json("/httpcache/explain?uri=/explained/mine&user=bob").get("key"))
                .isNotEqualTo(alice.get("key"));
    }

    @Test
    void explanationAndResponseGiveTheSameReasonForABypassWithoutAUser() {
        Map<String, Object> explanation = explain("/explained/mine");
        assertThat(explanation).containsEntry("decision", "bypass");
        assertThat(text(explanation, "advice")).contains("Principal");
        assertThat(server.get("/explained/mine").cacheStatus())
                .isEqualTo("fwd=bypass; fwd-status=200; detail=\"" + text(explanation, "reason") + "\"");
    }

    @ParameterizedTest(name = "{0}, already stored: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "header=Authorization:%20Basic%20YTpi | Authorization: Basic YTpi | an Authorization header | false",
                "header=Authorization:%20Basic%20YTpi | Authorization: Basic YTpi | an Authorization header | true",
                "user=alice | X-User: alice | a user | false",
                "user=alice | X-User: alice | a user | true",
            })
    void explanationAndResponseGiveTheSameReasonForABypassWithAuthentication(
            String asked, String line, String cause, boolean stored) {
        if (stored) {
            server.get("/explained/7");
        }
        Map<String, Object> explanation = json("/httpcache/explain?uri=/explained/7&" + asked);
        assertThat(explanation)
                .containsEntry("decision", "bypass")
                .containsEntry("reason", "the request has " + cause + ", and the entries of the route are shared");
        assertThat(text(explanation, "advice")).contains("scope = PUBLIC").contains("scope = PRIVATE");
        assertThat(explanation).doesNotContainKey("clients");
        assertThat(server.get("/explained/7", line).cacheStatus())
                .isEqualTo("fwd=" + (stored ? "bypass" : "miss") + "; fwd-status=200; detail=\""
                        + text(explanation, "reason") + "\"");
        assertThat(server.get("/explained/7", line).header("Cache-Control")).isNull();
    }

    @Test
    void namesTheStatusAsTheCauseWhenTheTtlDoesNotApplyToIt() {
        assertThat(server.get("/explained/missing").cacheStatus())
                .contains(
                        "detail=\"the status is not in the cacheable statuses, and the response has no lifetime of its own\"");
    }

    @Test
    void usesTheHostOfTheRequestByDefault() {
        String here = text(explain("/explained/host"), "key");
        assertThat(here).contains("localhost:" + server.port());
        assertThat(explain("/explained/host", "Host: elsewhere.example").get("key"))
                .isNotEqualTo(here)
                .asString()
                .contains("elsewhere.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/httpcache/explain?uri=/explained/nothing/at/all | no route matches the request",
                "/httpcache/explain?uri=/explained/plain/x | the route is not cached",
                "/httpcache/explain?uri=/explained/7&method=POST | the route is not cached",
                "/httpcache/explain?uri=/httpcache | the route is not cached",
            })
    void saysWhyARequestIsNotCached(String question, String reason) {
        assertThat(json(question)).isEqualTo(Map.of("decision", "uncached", "reason", reason));
    }

    @Test
    void explainsHeadRequests() {
        server.get("/explained/7");
        assertThat(json("/httpcache/explain?uri=/explained/7&method=HEAD")).containsEntry("decision", "hit");
    }

    @Test
    void explainsApplicationRequestsOnASeparateManagementPort() {
        int own = FreePort.next();
        try (TestServer apart =
                TestServer.start("explanation", "endpoints.httpcache.sensitive", false, "endpoints.all.port", own)) {
            apart.get("/explained/7");
            WireResponse answer = new WireClient(own).get("/httpcache/explain?uri=/explained/7");
            assertThat(answer.text()).contains("\"decision\":\"hit\"");
        }
    }

    @Test
    void showsTheErrorOfABackend() {
        try (TestServer cut = TestServer.start(
                "explanation",
                "endpoints.httpcache.sensitive",
                false,
                "http-cache.backend",
                "redis",
                "redis.uri",
                "redis://127.0.0.1:" + FreePort.next())) {
            assertThat(cut.get("/httpcache/explain?uri=/explained/7").text())
                    .contains("\"decision\":\"miss\"")
                    .contains("\"backendFailure\":");
        }
    }

    @Test
    void isAsSensitiveAsTheStatistics() {
        try (TestServer closed = TestServer.start("explanation")) {
            assertThat(closed.get("/httpcache/explain?uri=/explained/7").status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?uri=",
                "?uri=/a&uri=/b",
                "?uri=explained/7",
                "?uri=//host/path",
                "?uri=http://host/path",
                "?uri=/a%23b",
                "?uri=/a%20b",
                "?uri=/a%25zz",
                "?uri=/a&method=",
                "?uri=/a&method=GET&method=HEAD",
                "?uri=/a&user=",
                "?uri=/a&header=Accept",
                "?uri=/a&header=:x",
                "?uri=/a&header=a%0Ab:%20x",
                "?uri=/a&header=a:%20x%0D%0Ab",
                "?uri=/a&attribute=tenant",
                "?uri=/a&attribute=:x",
                "?uri=/a&headers=Accept:%20x",
            })
    void rejectsInvalidParametersWithAMessage(String query) {
        WireResponse answer = server.get("/httpcache/explain" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("Write uri=/…");
    }

    private Map<String, Object> explain(String target, String... headerLines) {
        String headers = Stream.of(headerLines)
                .map(line -> "&header=" + URLEncoder.encode(line, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return json("/httpcache/explain?uri=" + URLEncoder.encode(target, StandardCharsets.UTF_8) + headers);
    }

    private static String text(Map<String, Object> details, String name) {
        return Objects.requireNonNull(details.get(name), name).toString();
    }

    private Map<String, Object> json(String target) {
        WireResponse answer = server.get(target);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return parse(answer.body());
    }

    private Map<String, Object> parse(byte[] json) {
        try {
            return server.bean(JsonMapper.class).readValue(json, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Controller("/explained")
    @Requires(property = "scenario", value = "explanation")
    static class Explained {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/{id}")
        @HttpCached(ttl = "1m", staleWhileRevalidate = "1m", tags = "explained:{id}")
        String show(
                int id, @QueryValue(defaultValue = "20") int limit, @CookieValue(defaultValue = "light") String theme) {
            return theme + limit + runs.incrementAndGet();
        }

        @Get("/in")
        @HttpCached(ttl = "1m")
        HttpResponse<String> localized() {
            return HttpResponse.ok("Hallo").header("Vary", "Accept-Language");
        }

        @Get("/mine")
        @HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
        String mine() {
            return "mine";
        }

        @Get("/missing")
        @HttpCached(ttl = "1m")
        HttpResponse<String> missing() {
            return HttpResponse.notFound("nothing here");
        }

        @Get("/host")
        @HttpCached(ttl = "1m")
        String host(@Header("Host") String host) {
            return host;
        }

        @Get("/plain/{id}")
        String plain(String id) {
            return id;
        }

        @Post("/{id}")
        @SuppressWarnings("httpcached:missing-invalidation")
        void change(int id) {}
    }

    /** Authenticates a request as the user that it names. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "explanation")
    static final class NamedUsers implements Ordered {

        @RequestFilter
        void authenticate(MutableHttpRequest<?> request) {
            String user = request.getHeaders().get("X-User");
            if (user != null) {
                Principal principal = () -> user;
                request.setUserPrincipal(principal);
            }
        }

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.order();
        }
    }
}
