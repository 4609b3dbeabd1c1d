package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that what a handler reads beside the key selects the response from then on ({@code unkeyed-reads: vary}). */
abstract class UnkeyedReadsContract {

    private TestServer server;

    abstract TestServer start(Object... settings);

    @BeforeEach
    void start() {
        server = start(new Object[0]);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Restarts the application if a test needs settings of its own. */
    private void restart(Object... settings) {
        if (settings.length > 0) {
            stop();
            server = start(settings);
        }
    }

    @ParameterizedTest
    @EnumSource
    void responseIsThatOfTheRequest(UnkeyedReadExample example) {
        restart(example.settings());
        WireResponse one = example.getOne(server);
        WireResponse other = example.getOther(server);
        assertThat(List.of(one, other)).extracting(WireResponse::status).containsOnly(200);
        if (example.vary() == null) {
            assertThat(example.getOne(server).isHit()).isFalse();
            assertThat(example.getOther(server).isHit()).isFalse();
            return;
        }
        assertThat(other.text()).isNotEqualTo(one.text());
        assertThat(one.header("Vary")).isEqualTo(other.header("Vary"));
        assertThat(Objects.toString(one.header("Vary"), "")).contains(example.vary());
        assertHit(example.getOne(server), one.text());
        assertHit(example.getOther(server), other.text());
        assertHit(example.getOne(server, "X-Unrelated: 1"), one.text());
    }

    @Test
    void queryParameterSelectsByItsValue() {
        assertThat(server.get("/unkeyed/parameter?page=1&x=1").text()).isEqualTo("page 1");
        assertThat(server.get("/unkeyed/parameter?page=2&x=1").text()).isEqualTo("page 2");
        assertHit(server.get("/unkeyed/parameter?x=2&page=1"), "page 1");
        assertThat(server.get("/unkeyed/parameter?page=1").header("Vary")).isNull();
    }

    /** In a list, they have the same meaning, but the handler may not take the field for a list. */
    @Test
    void fieldSelectsByItsLinesUnchanged() {
        List<String[]> fields = List.of(
                new String[] {"X-Tenant: a, b"},
                new String[] {"X-Tenant: a,b"},
                new String[] {"X-Tenant: a,,b"},
                new String[] {"X-Tenant: a", "X-Tenant: b"});
        List<String> texts = fields.stream()
                .map(lines -> server.get("/unkeyed/tenant", lines).text())
                .toList();
        assertThat(texts)
                .extracting(text -> text.substring(0, text.indexOf(" in run")))
                .containsExactly("a, b", "a,b", "a,,b", "a");
        for (int i = 0; i < texts.size(); i++) {
            assertHit(server.get("/unkeyed/tenant", fields.get(i)), texts.get(i));
        }
    }

    @Test
    void cookieSelectsByItsOwnValue() {
        String text = server.get("/unkeyed/cookie", "Cookie: theme=dark; id=1").text();
        assertHit(server.get("/unkeyed/cookie", "Cookie: id=2; theme=dark"), text);
    }

    @Test
    void languageSelectsByItsValue() {
        String text =
                server.get("/unkeyed/language", "Accept-Language: de;q=0.9").text();
        assertHit(server.get("/unkeyed/language", "Accept-Language: de, en;q=0.1"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "/unkeyed/session, the handler read the session",
        "/unkeyed/address, the handler read the address of the client"
    })
    void propertyOfTheClientIsNotStored(String path, String reason) {
        assertThat(server.get(path).cacheStatus()).contains(reason).doesNotContain("stored");
        assertThat(server.get(path).isHit()).isFalse();
    }

    /** The filter of Micronaut's views gives each request a nonce. */
    @Test
    void nonceIsNeverServedTwice() {
        restart(UnkeyedReadExample.CSP_NONCE.settings());
        List<String> texts = IntStream.range(0, 20)
                .mapToObj(i -> server.get("/unkeyed/nonce").text())
                .toList();
        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void partWithTooManyValuesIsNotStored() {
        restart("http-cache.reads.maximum-values", 3);
        for (int i = 0; i < 3; i++) {
            assertThat(server.get("/unkeyed/tenant", "X-Tenant: " + i).cacheStatus())
                    .contains("stored");
        }
        assertThat(server.get("/unkeyed/tenant", "X-Tenant: 3").cacheStatus())
                .contains("more than 3 values a minute of the header field X-Tenant")
                .doesNotContain("stored");
        server.advance(Duration.ofMinutes(1));
        assertThat(server.get("/unkeyed/tenant", "X-Tenant: 4").cacheStatus()).contains("stored");
    }

    @Test
    void routeThatLearnsTooManyNamesIsNotStored() {
        restart("http-cache.reads.maximum-names", 2);
        assertThat(server.get("/unkeyed/named?name=X-1").cacheStatus()).contains("stored");
        assertThat(server.get("/unkeyed/named?name=X-2").cacheStatus()).contains("stored");
        assertThat(server.get("/unkeyed/named?name=X-3").cacheStatus())
                .contains("more than 2 parts of the request, among them")
                .doesNotContain("stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0Ab", "a%20b", "a:b", "%C3%BC"})
    void nameThatNoFieldCanHaveSelectsNothing(String name) {
        WireResponse first = server.get("/unkeyed/named?name=" + name);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Vary")).isNull();
        assertHit(server.get("/unkeyed/named?name=" + name), first.text());
    }

    @Test
    void credentialsInTheKeyDoNotCountAsTheUser() {
        String text =
                server.get("/unkeyed/credentials", "Authorization: Basic YQ==").text();
        assertHit(server.get("/unkeyed/credentials", "Authorization: Basic YQ=="), text);
        assertThat(server.get("/unkeyed/credentials", "Authorization: Basic Yg==")
                        .text())
                .startsWith("Basic Yg==");
    }

    /** The contributor reads the plan for some requests only. */
    @Test
    void readThatOnlySomeKeysContainSelects() {
        assertThat(server.get("/unkeyed/branch-contributed", "X-Branch: 1", "X-Plan: gold")
                        .text())
                .startsWith("gold");
        assertThat(server.get("/unkeyed/branch-contributed", "X-Plan: gold").text())
                .startsWith("gold");
        String silver =
                server.get("/unkeyed/branch-contributed", "X-Plan: silver").text();
        assertThat(silver).startsWith("silver");
        assertHit(server.get("/unkeyed/branch-contributed", "X-Plan: silver"), silver);
    }

    @Test
    void contributorIsAskedOnceForEachRequest() {
        AtomicInteger asked = server.bean(UnkeyedReadsApplication.BranchKey.class).asked;
        assertThat(server.get("/unkeyed/branch-contributed", "X-Branch: 1").isHit())
                .isFalse();
        assertThat(asked).hasValue(1);
        assertThat(server.get("/unkeyed/branch-contributed", "X-Branch: 1").isHit())
                .isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void noiseSelectsNothing() {
        String text = server.get("/unkeyed/noise", "traceparent: 1", "X-Request-Id: 1", "If-Range: \"a\"")
                .text();
        WireResponse other = server.get("/unkeyed/noise", "traceparent: 2", "X-Request-Id: 2", "X-Some: 3");
        assertHit(other, text);
        assertThat(other.header("Vary")).isNull();
    }

    @Test
    void attributeThatTheHandlerSideSetSelectsNothing() {
        String text = server.get("/unkeyed/own-attribute").text();
        assertHit(server.get("/unkeyed/own-attribute"), text);
        assertThat(server.get("/unkeyed/own-attribute").header("Vary")).isNull();
    }

    /** Its text would differ for each request; the key contributor says which objects differ. */
    @Test
    void objectThatAKeyContributorReadsIsInTheKey() {
        String text = server.get("/unkeyed/contributed", "X-Plan: gold").text();
        assertThat(text).startsWith("gold");
        assertHit(server.get("/unkeyed/contributed", "X-Plan: gold"), text);
        assertThat(server.get("/unkeyed/contributed", "X-Plan: silver").text()).startsWith("silver");
        assertThat(server.get("/unkeyed/object", "X-Plan: gold").cacheStatus())
                .contains("the handler read the request attribute account");
    }

    /** The language of the application comes from a cookie, so browsers must not keep a response when the cookie changes. */
    @Test
    void varyNamesWhatTheLocaleResolverReads() {
        restart("micronaut.server.locale-resolution.cookie-name", "lang");
        for (String path : List.of("/unkeyed/language", "/unkeyed/locale")) {
            WireResponse german = server.get(path, "Cookie: lang=de; id=1");
            assertThat(german.text()).startsWith("de");
            assertThat(german.header("Vary")).contains("Cookie");
            assertThat(server.get(path, "Cookie: lang=fr; id=1").text()).startsWith("fr");
            assertHit(server.get(path, "Cookie: lang=de; id=2"), german.text());
        }
    }

    @Test
    void notModifiedAnswersOnlyTheVariantOfTheClient() {
        String tag = server.get("/unkeyed/tenant", "X-Tenant: a").header("ETag");
        assertThat(server.get("/unkeyed/tenant", "X-Tenant: a", "If-None-Match: " + tag)
                        .status())
                .isEqualTo(304);
        assertThat(server.get("/unkeyed/tenant", "X-Tenant: b", "If-None-Match: " + tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void branchesReadDifferentParts() {
        assertThat(server.get("/unkeyed/branch", "X-A: 1", "X-B: 1").text()).isEqualTo("a=1 b=1");
        assertThat(server.get("/unkeyed/branch", "X-A: 2", "X-B: 1").text()).isEqualTo("a=2");
        assertThat(server.get("/unkeyed/branch", "X-A: 1", "X-B: 2").text()).isEqualTo("a=1 b=2");
        assertHit(server.get("/unkeyed/branch", "X-A: 1", "X-B: 1"), "a=1 b=1");
        assertHit(server.get("/unkeyed/branch", "X-A: 1", "X-B: 2"), "a=1 b=2");
    }

    @Test
    void publicRouteThatReadsTheUserIsNotStored() {
        assertThat(server.get("/unkeyed/public", "X-User: a").text()).isEqualTo("a");
        assertThat(server.get("/unkeyed/public", "X-User: b").text()).isEqualTo("b");
        assertThat(server.get("/unkeyed/public").text()).isEqualTo("nobody");
        assertThat(server.get("/unkeyed/public").cacheStatus()).contains("the handler read the user");
    }

    @Test
    void missSaysThatTheResponseVaries() {
        assertThat(server.get("/unkeyed/tenant", "X-Tenant: a").cacheStatus()).contains("fwd=miss");
        assertThat(server.get("/unkeyed/tenant", "X-Tenant: b").cacheStatus()).contains("fwd=vary-miss");
    }

    static void assertHit(WireResponse response, String text) {
        assertThat(response.isHit()).as(response.cacheStatus()).isTrue();
        assertThat(response.text()).isEqualTo(text);
    }
}
