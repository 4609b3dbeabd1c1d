package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Entries.TestRequest;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests variants: the fields in the {@code Vary} of a response select later responses. */
class VaryTest {

    private final TestServer server = TestServer.start("vary");
    private final Entries entries = new Entries(server);
    private final Varying varying = server.bean(Varying.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachValueOfAVaryFieldHasAVariant() {
        varying.vary = "X-Tenant";
        entries.assertSeparate(
                new TestRequest("/vary"),
                new TestRequest("/vary", "X-Tenant: a"),
                new TestRequest("/vary", "X-Tenant: b"),
                new TestRequest("/vary", "X-Tenant: "));
    }

    @Test
    void fieldsOutsideVaryDoNotMatter() {
        varying.vary = "X-Tenant";
        entries.assertShared(
                new TestRequest("/vary", "X-Tenant: a", "X-Region: n"),
                new TestRequest("/vary", "X-Tenant: a", "X-Region: s"));
    }

    @Test
    void requestForAnotherVariantIsAVaryMiss() {
        varying.vary = "X-Tenant";
        server.get("/vary", "X-Tenant: a");
        assertThat(server.get("/vary", "X-Tenant: b").cacheStatus()).startsWith("fwd=vary-miss; stored");
    }

    @Test
    void laterResponseCanVaryOnMoreFields() {
        varying.vary = "X-Tenant";
        server.get("/vary", "X-Tenant: a", "X-Region: n");
        varying.vary = "X-Tenant, X-Region";
        server.get("/vary", "X-Tenant: b", "X-Region: n");
        assertThat(server.get("/vary", "X-Tenant: b", "X-Region: s").isHit()).isFalse();
        assertThat(server.get("/vary", "X-Tenant: b", "X-Region: n").isHit()).isTrue();
        assertThat(server.get("/vary", "X-Tenant: b", "X-Region: s").isHit()).isTrue();
    }

    /** The variant that a client receives must never depend on earlier requests of other clients. */
    @Test
    void laterResponseCanVaryOnOtherFields() {
        varying.vary = "X-Tenant";
        server.get("/vary", "X-Tenant: a", "X-Region: n");
        varying.vary = "X-Region";
        server.get("/vary", "X-Tenant: b", "X-Region: n");
        entries.assertSeparate(
                new TestRequest("/vary", "X-Tenant: c", "X-Region: n"),
                new TestRequest("/vary", "X-Tenant: c", "X-Region: s"));
    }

    @Test
    void responseThatVariesOnEverythingIsNotStored() {
        varying.vary = "*";
        server.get("/vary");
        WireResponse again = server.get("/vary");
        assertThat(again.isHit()).isFalse();
        assertThat(again.header("Vary")).isEqualTo("*");
        assertThat(again.cacheStatus()).contains("the response says Vary: *");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Language | en, de;q=0.5      | EN,de;q=0.50",
                "Accept-Language | en                | EN",
                "Accept-Encoding | gzip, br          | br,gzip",
                "Accept          | text/html, */*;q=0.1 | text/html,*/*;q=0.100",
                "X-Tenant        | a, b              | a,b",
            })
    void equivalentValuesSelectTheSameVariant(String name, String first, String second) {
        varying.vary = name;
        entries.assertShared(
                new TestRequest("/vary", name + ": " + first), new TestRequest("/vary", name + ": " + second));
    }

    @Test
    void returns304ForTheEtagOfTheSelectedVariant() {
        varying.vary = "X-Tenant";
        String etag = server.get("/vary", "X-Tenant: a").header("ETag");
        server.get("/vary", "X-Tenant: b");
        assertThat(server.get("/vary", "X-Tenant: a", "If-None-Match: " + etag).status())
                .isEqualTo(304);
        assertThat(server.get("/vary", "X-Tenant: b", "If-None-Match: " + etag).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/vary/cookie   | Cookie          | Cookie: theme=dark       | Cookie: theme=dark; tenant=b",
                "/vary/language | Accept-Language | Accept-Language: de      | Accept-Language: de, en;q=0.5",
                "/vary/type     | Accept          | Accept: application/json | Accept: application/json, text/html;q=0.5",
            })
    void aFieldOfWhichTheKeyHoldsAPartVariesAsAWholeIfTheHandlerSaysSo(
            String target, String field, String one, String other) {
        server.get(target, one);
        assertThat(server.get(target, other).isHit())
                .as("of one meaning for the key")
                .isTrue();
        varying.vary = field;
        server.advance(Duration.ofMinutes(2));
        entries.assertSeparate(new TestRequest(target, one), new TestRequest(target, other));
        assertThat(server.get(target, one).isHit()).isTrue();
    }

    @Test
    void fieldThatIsPartOfTheKeyNeedsNoVariants() {
        varying.vary = "X-Tenant, Cookie";
        assertThat(server.get("/vary/whole", "X-Tenant: a", "Cookie: c=1").cacheStatus())
                .startsWith("fwd=miss; stored");
        assertThat(server.get("/vary/whole", "X-Tenant: b", "Cookie: c=1").cacheStatus())
                .startsWith("fwd=miss; stored");
        assertThat(server.get("/vary/whole", "X-Tenant: a", "Cookie: c=2").cacheStatus())
                .startsWith("fwd=miss; stored");
    }

    @Controller("/vary")
    @Requires(property = "scenario", value = "vary")
    static class Varying {

        private final AtomicInteger runs = new AtomicInteger();
        volatile String vary = "";

        @Get
        @HttpCached(ttl = "1m")
        HttpResponse<String> show() {
            return answer();
        }

        @Get("/cookie")
        @HttpCached(ttl = "1m")
        HttpResponse<String> byCookie(@CookieValue(defaultValue = "light") String theme) {
            return answer();
        }

        @Get("/language")
        @HttpCached(ttl = "1m")
        HttpResponse<String> byLanguage(@Nullable Locale locale) {
            return answer();
        }

        @Get(
                uri = "/type",
                produces = {"application/json", "text/html"})
        @HttpCached(ttl = "1m")
        HttpResponse<String> byType() {
            return answer();
        }

        @Get("/whole")
        @HttpCached(ttl = "1m", vary = "Cookie")
        @SuppressWarnings("httpcached:ineffective-vary")
        HttpResponse<String> whole(@Header("X-Tenant") String tenant) {
            return answer();
        }

        private HttpResponse<String> answer() {
            return HttpResponse.ok("run " + runs.incrementAndGet()).header("Vary", vary);
        }
    }
}
