package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Entries.TestRequest;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that declared header fields and cookies are part of the key, and that {@code Vary} names them for downstream
 * caches.
 */
class FieldKeysTest {

    private final TestServer server = TestServer.start("field-keys");
    private final Entries entries = new Entries(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void declaredHeaderIsPartOfTheKey() {
        String target = "/fields/tenant";
        entries.assertSeparate(
                new TestRequest(target),
                new TestRequest(target, "X-Tenant: a"),
                new TestRequest(target, "X-Tenant: A"),
                new TestRequest(target, "X-Tenant: b"));
    }

    @Test
    void varyNamesADeclaredHeaderOnMissHitAndNotModified() {
        WireResponse miss = server.get("/fields/tenant", "X-Tenant: a");
        WireResponse hit = server.get("/fields/tenant", "X-Tenant: a");
        WireResponse notModified = server.get("/fields/tenant", "X-Tenant: a", "If-None-Match: " + miss.header("ETag"));
        assertThat(miss.header("Vary")).isEqualTo("X-Tenant");
        assertThat(hit.header("Vary")).isEqualTo("X-Tenant");
        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.header("Vary")).isEqualTo("X-Tenant");
    }

    @Test
    void headerNamesAreCaseInsensitive() {
        entries.assertShared(
                new TestRequest("/fields/tenant", "X-Tenant: a"), new TestRequest("/fields/tenant", "x-tenant: a"));
    }

    @Test
    void undeclaredHeaderIsNotPartOfTheKey() {
        entries.assertShared(
                new TestRequest("/fields/tenant", "X-Tenant: a", "User-Agent: x"),
                new TestRequest("/fields/tenant", "X-Tenant: a", "User-Agent: y"));
    }

    @Test
    void headerInTheAnnotationIsPartOfTheKey() {
        entries.assertSeparate(
                new TestRequest("/fields/region", "X-Region: a"), new TestRequest("/fields/region", "X-Region: b"));
        assertThat(server.get("/fields/region").header("Vary")).isEqualTo("X-Region");
    }

    @Test
    void declaredCookieIsPartOfTheKey() {
        String target = "/fields/theme";
        entries.assertSeparate(
                new TestRequest(target),
                new TestRequest(target, "Cookie: theme=dark"),
                new TestRequest(target, "Cookie: theme=light"));
        assertThat(server.get(target).header("Vary")).isEqualTo("Cookie");
    }

    @Test
    void undeclaredCookieIsNotPartOfTheKey() {
        entries.assertShared(
                new TestRequest("/fields/theme", "Cookie: theme=dark"),
                new TestRequest("/fields/theme", "Cookie: session=1; theme=dark"),
                new TestRequest("/fields/theme", "Cookie: theme=dark; session=2"));
    }

    @Controller("/fields")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "field-keys")
    static class Fields {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/tenant")
        String tenant(@Header("X-Tenant") @Nullable String xTenant) {
            return xTenant + " run " + runs.incrementAndGet();
        }

        @Get("/region")
        @HttpCached(vary = "X-Region")
        String region() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/theme")
        String theme(@CookieValue("theme") @Nullable String theme) {
            return theme + " run " + runs.incrementAndGet();
        }
    }
}
