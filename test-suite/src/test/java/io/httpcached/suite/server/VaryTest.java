package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Entries.Ask;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What responses are seen to vary on tells entries apart from then on. */
class VaryTest {

    private final TestServer server = TestServer.start("vary");
    private final Entries entries = new Entries(server);
    private final Varying varying = server.bean(Varying.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachValueOfAVaryingFieldHasAnEntry() {
        varying.vary = "X-Tenant";
        entries.assertApart(
                new Ask("/vary"),
                new Ask("/vary", "X-Tenant: a"),
                new Ask("/vary", "X-Tenant: b"),
                new Ask("/vary", "X-Tenant: "));
    }

    @Test
    void aFieldThatNothingVariesOnChangesNothing() {
        varying.vary = "X-Tenant";
        entries.assertShared(
                new Ask("/vary", "X-Tenant: a", "X-Region: n"), new Ask("/vary", "X-Tenant: a", "X-Region: s"));
    }

    @Test
    void aRequestForAnotherVariantIsAVaryMiss() {
        varying.vary = "X-Tenant";
        server.get("/vary", "X-Tenant: a");
        assertThat(server.get("/vary", "X-Tenant: b").cacheStatus()).startsWith("fwd=vary-miss; stored");
    }

    @Test
    void aLaterResponseMayVaryOnMore() {
        varying.vary = "X-Tenant";
        server.get("/vary", "X-Tenant: a", "X-Region: n");
        varying.vary = "X-Tenant, X-Region";
        server.get("/vary", "X-Tenant: b", "X-Region: n");
        assertThat(server.get("/vary", "X-Tenant: b", "X-Region: s").isHit()).isFalse();
        assertThat(server.get("/vary", "X-Tenant: b", "X-Region: n").isHit()).isTrue();
        assertThat(server.get("/vary", "X-Tenant: b", "X-Region: s").isHit()).isTrue();
    }

    /** The variant that a client gets must never depend on what others asked for before. */
    @Test
    void aLaterResponseMayVaryOnSomethingElse() {
        varying.vary = "X-Tenant";
        server.get("/vary", "X-Tenant: a", "X-Region: n");
        varying.vary = "X-Region";
        server.get("/vary", "X-Tenant: b", "X-Region: n");
        entries.assertApart(
                new Ask("/vary", "X-Tenant: c", "X-Region: n"), new Ask("/vary", "X-Tenant: c", "X-Region: s"));
    }

    @Test
    void aResponseThatVariesOnEverythingIsNotStored() {
        varying.vary = "*";
        server.get("/vary");
        WireResponse again = server.get("/vary");
        assertThat(again.isHit()).isFalse();
        assertThat(again.header("Vary")).isEqualTo("*");
        assertThat(again.cacheStatus()).contains("varies on everything");
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
    void valuesThatMeanTheSameSelectTheSameVariant(String name, String first, String second) {
        varying.vary = name;
        entries.assertShared(new Ask("/vary", name + ": " + first), new Ask("/vary", name + ": " + second));
    }

    @Test
    void aNotModifiedAnswerIsThatOfTheSelectedVariant() {
        varying.vary = "X-Tenant";
        String etag = server.get("/vary", "X-Tenant: a").header("ETag");
        server.get("/vary", "X-Tenant: b");
        assertThat(server.get("/vary", "X-Tenant: a", "If-None-Match: " + etag).status())
                .isEqualTo(304);
        assertThat(server.get("/vary", "X-Tenant: b", "If-None-Match: " + etag).status())
                .isEqualTo(200);
    }

    @Controller("/vary")
    @Requires(property = "scenario", value = "vary")
    static class Varying {

        private final AtomicInteger runs = new AtomicInteger();
        volatile String vary = "";

        @Get
        @HttpCached(ttl = "1m")
        HttpResponse<String> show() {
            return HttpResponse.ok("run " + runs.incrementAndGet()).header("Vary", vary);
        }
    }
}
