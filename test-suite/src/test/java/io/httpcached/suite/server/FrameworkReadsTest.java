package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.runtime.http.scope.RequestScope;
import io.micronaut.views.View;
import io.micronaut.views.turbo.http.TurboMediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what classes of Micronaut read of a request on behalf of handlers. */
class FrameworkReadsTest {

    private static final String HTML = "Accept: text/html";
    private static final String HTML_OR_JSON = "Accept: text/html, application/json";
    private static final String HTML_OR_TURBO = "Accept: text/vnd.turbo-stream.html, text/html";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start("framework-reads");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requestScopedBeanThatAnOuterFilterFilledIsNotShared() {
        assertThat(server.get("/framework-reads/scoped", "X-Tenant: a").text()).startsWith("a in run");
        WireResponse other = server.get("/framework-reads/scoped", "X-Tenant: b");
        assertThat(other.text()).startsWith("b in run");
        assertThat(other.cacheStatus()).contains("the handler read a request-scoped bean");
    }

    @Test
    void requestScopedBeanOfTheHandlerKeepsNothingFromBeingStored() {
        WireResponse first = server.get("/framework-reads/scoped");
        assertThat(first.text()).startsWith("nobody in run");
        assertThat(first.header("Vary")).isNull();
        UnkeyedReadsContract.assertHit(server.get("/framework-reads/scoped"), first.text());
    }

    @Test
    void errorPageIsOfTheTypeThatEachClientAccepts() {
        WireResponse page = server.get("/framework-reads/missing", HTML);
        WireResponse json = server.get("/framework-reads/missing", HTML_OR_JSON);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(page.header("Vary")).contains("Accept");
        // JSON contains the URI, so it varies on more parts, under which the page is not stored yet.
        assertThat(server.get("/framework-reads/missing", HTML).text()).isEqualTo(page.text());
        UnkeyedReadsContract.assertHit(server.get("/framework-reads/missing", HTML), page.text());
        UnkeyedReadsContract.assertHit(server.get("/framework-reads/missing", HTML_OR_JSON), json.text());
    }

    @Test
    void errorRouteAnswersThoseWhoAcceptItsTypeOnly() {
        String path = "/framework-reads/gone";
        WireResponse page = server.get(path, HTML);
        assertThat(page.text()).startsWith("<p>");
        assertThat(page.header("Vary")).contains("Accept");
        WireResponse json = server.get(path, HTML_OR_JSON);
        assertThat(json.text()).startsWith("{\"run\"");
        UnkeyedReadsContract.assertHit(server.get(path, HTML), page.text());
        UnkeyedReadsContract.assertHit(server.get(path, HTML_OR_JSON), json.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "contains-key", "contains", "first"})
    void lookUpInACopyOfTheFieldsIsARead(String how) {
        String path = "/framework-reads/copy/" + how;
        WireResponse absent = server.get(path);
        assertThat(absent.header("Vary")).isEqualTo("X-Tenant");
        WireResponse tenant = server.get(path, "X-Tenant: a");
        assertThat(tenant.text()).isNotEqualTo(absent.text());
        UnkeyedReadsContract.assertHit(server.get(path, "X-Tenant: a"), tenant.text());
        UnkeyedReadsContract.assertHit(server.get(path), absent.text());
    }

    @Test
    void copyOfTheFieldsCanBeChanged() {
        WireResponse first = server.get("/framework-reads/changed-copy", "X-Tenant: a");
        assertThat(first.text()).startsWith("[[1], null, 0]");
        UnkeyedReadsContract.assertHit(server.get("/framework-reads/changed-copy", "X-Tenant: a"), first.text());
    }

    @Test
    void characterEncodingThatAHandlerReadsSelects() {
        WireResponse latin = server.get("/framework-reads/charset", "Accept-Charset: ISO-8859-1");
        assertThat(latin.text()).startsWith("ISO-8859-1");
        assertThat(latin.header("Vary")).isEqualTo("Accept-Charset");
        assertThat(server.get("/framework-reads/charset").text()).startsWith("UTF-8");
        UnkeyedReadsContract.assertHit(
                server.get("/framework-reads/charset", "Accept-Charset: ISO-8859-1"), latin.text());
    }

    @Test
    void responseWithTheAddressOfTheServerIsNotStored() {
        assertThat(server.get("/framework-reads/server").cacheStatus())
                .contains("the handler read the address of the server")
                .doesNotContain("stored");
    }

    @Test
    void handlerThatAsksForTurboStreamsVariesOnAccept() {
        assertThat(server.get("/framework-reads/turbo", HTML).text()).startsWith("page");
        WireResponse stream = server.get("/framework-reads/turbo", HTML_OR_TURBO);
        assertThat(stream.text()).startsWith("stream");
        assertThat(stream.header("Vary")).isEqualTo("Accept");
        UnkeyedReadsContract.assertHit(server.get("/framework-reads/turbo", HTML_OR_TURBO), stream.text());
    }

    /** The filter of Micronaut's views asks for each page whether the client accepts Turbo streams. */
    @Test
    void pageIsSharedByClientsThatAcceptOtherTypes() {
        WireResponse page = server.get("/framework-reads/page", HTML);
        assertThat(page.header("Vary")).isEqualTo("Accept-Language");
        UnkeyedReadsContract.assertHit(server.get("/framework-reads/page", HTML_OR_JSON), page.text());
    }

    /** The server looks for the parameter in the request attributes as well, and passes the language to converters. */
    @ParameterizedTest
    @ValueSource(strings = {"optional", "bean"})
    void bindingOfParametersVariesOnNothing(String path) {
        WireResponse first = server.get("/framework-reads/" + path, "Accept-Language: de");
        assertThat(first.header("Vary")).isNull();
        UnkeyedReadsContract.assertHit(server.get("/framework-reads/" + path, "Accept-Language: en"), first.text());
    }

    @Controller("/framework-reads")
    @Requires(property = "scenario", value = "framework-reads")
    @Produces(MediaType.TEXT_HTML)
    @HttpCached(ttl = "1h")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();
        private final Tenant tenant;

        Pages(Tenant tenant) {
            this.tenant = tenant;
        }

        @Get("/scoped")
        String scoped() {
            return tenant.name() + " in run " + runs.incrementAndGet();
        }

        @Get("/missing")
        @HttpCached(ttl = "1h", statuses = 404)
        String missing() {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "missing");
        }

        @Get("/copy/{how}")
        String copy(String how) {
            HttpHeaders fields = current().getHeaders();
            Object found =
                    switch (how) {
                        case "get" -> fields.asMap().get("X-Tenant");
                        case "contains-key" -> fields.asMap().containsKey("X-Tenant");
                        case "contains" -> fields.names().contains("X-Tenant");
                        default -> fields.asMap().getOrDefault("X-Tenant", List.of());
                    };
            return found + " in run " + runs.incrementAndGet();
        }

        @Get("/changed-copy")
        String changedCopy() {
            Map<String, List<String>> fields = current().getHeaders().asMap();
            fields.put("X-Own", List.of("1"));
            fields.remove("X-Tenant");
            List<Object> seen = new ArrayList<>();
            seen.add(fields.get("X-Own"));
            seen.add(fields.get("X-Tenant"));
            fields.clear();
            seen.add(fields.size());
            return seen + " in run " + runs.incrementAndGet();
        }

        @Get("/charset")
        String charset() {
            return current().getCharacterEncoding() + " in run " + runs.incrementAndGet();
        }

        @Get("/server")
        String server() {
            return current().getServerName() + current().getServerAddress().getPort() + runs.incrementAndGet();
        }

        @Get("/turbo")
        String turbo() {
            boolean stream = ServerRequestContext.currentRequest()
                    .filter(TurboMediaType::acceptsTurboStream)
                    .isPresent();
            return (stream ? "stream" : "page") + " in run " + runs.incrementAndGet();
        }

        @Get("/optional")
        String optional(@Nullable Integer page) {
            return "page " + page + " in run " + runs.incrementAndGet();
        }

        @Get("/bean")
        String bean(@RequestBean Paging paging) {
            return paging + " in run " + runs.incrementAndGet();
        }

        @Get("/page")
        @View("localized")
        @SuppressWarnings("httpcached:missing-locale")
        Map<String, Object> page() {
            return Map.of();
        }
    }

    @Controller("/framework-reads")
    @Requires(property = "scenario", value = "framework-reads")
    static class ErrorRoutes {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/gone")
        @Produces(MediaType.TEXT_HTML)
        @HttpCached(ttl = "1h", statuses = 410)
        HttpResponse<String> gone() {
            return HttpResponse.<String>status(HttpStatus.GONE).body("<p>" + runs.incrementAndGet());
        }

        @Error(status = HttpStatus.GONE)
        @Produces(MediaType.APPLICATION_JSON)
        HttpResponse<Map<String, Integer>> statusObject() {
            return HttpResponse.<Map<String, Integer>>status(HttpStatus.GONE)
                    .body(Map.of("run", runs.incrementAndGet()));
        }
    }

    @Introspected
    record Paging(@QueryValue @Nullable Integer page) {}

    private static HttpRequest<?> current() {
        return ServerRequestContext.currentRequest().orElseThrow();
    }

    @RequestScope
    @Requires(property = "scenario", value = "framework-reads")
    static class Tenant {

        private String name = "nobody";

        String name() {
            return name;
        }

        void setName(String name) {
            this.name = name;
        }
    }

    /** Outside the cache. */
    @ServerFilter("/framework-reads/**")
    @Requires(property = "scenario", value = "framework-reads")
    static class OuterFilter implements Ordered {

        private final Tenant tenant;

        OuterFilter(Tenant tenant) {
            this.tenant = tenant;
        }

        @Override
        public int getOrder() {
            return -1000;
        }

        @RequestFilter
        void filter(HttpRequest<?> request) {
            String name = request.getHeaders().get("X-Tenant");
            if (name != null) {
                tenant.setName(name);
            }
        }
    }
}
