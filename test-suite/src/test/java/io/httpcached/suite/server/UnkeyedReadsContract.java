package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.aop.Around;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.views.View;
import io.micronaut.views.csp.CspFilter;
import io.micronaut.views.turbo.TurboFrameView;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    @ParameterizedTest
    @EnumSource
    void responseIsThatOfTheRequest(UnkeyedReadExample example) {
        stop();
        server = start(example.settings());
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

    @Test
    void partWithTooManyValuesIsNotStored() {
        stop();
        server = start("http-cache.reads.maximum-values", 3);
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
        stop();
        server = start("http-cache.reads.maximum-names", 2);
        assertThat(server.get("/unkeyed/named?name=X-1").cacheStatus()).contains("stored");
        assertThat(server.get("/unkeyed/named?name=X-2").cacheStatus()).contains("stored");
        assertThat(server.get("/unkeyed/named?name=X-3").cacheStatus())
                .contains("more than 2 parts of its requests")
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
        stop();
        server = start("micronaut.server.locale-resolution.cookie-name", "lang");
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

    @Controller("/unkeyed")
    @Requires(property = "scenario", value = "unkeyed-reads")
    @Produces(MediaType.TEXT_PLAIN)
    @HttpCached(ttl = "1h")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();
        private final Tenants tenants;
        private final HttpHostResolver hosts;
        private final HttpLocaleResolver locales;

        Pages(Tenants tenants, HttpHostResolver hosts, HttpLocaleResolver locales) {
            this.tenants = tenants;
            this.hosts = hosts;
            this.locales = locales;
        }

        @Get("/template")
        @SuppressWarnings("httpcached:missing-locale")
        @View("localized")
        @Produces(MediaType.TEXT_HTML)
        Map<String, Object> template() {
            return Map.of();
        }

        @Get("/turbo")
        @TurboFrameView("localized")
        @Produces(MediaType.TEXT_HTML)
        Map<String, Object> turbo(@Nullable Locale locale) {
            return Map.of();
        }

        @Get("/tenant")
        String tenant() {
            return tenants.current() + " in run " + runs.incrementAndGet();
        }

        @Get("/inner-filter")
        String innerFilter() {
            return current().getAttribute("inner", String.class).orElse("none") + " in run " + runs.incrementAndGet();
        }

        @Get("/current-request")
        String currentRequest() {
            return current().getAttribute("inner", String.class).orElse("none") + " in run " + runs.incrementAndGet();
        }

        @Get("/advice")
        @ByApiKey
        String advice() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/cookie")
        String cookie() {
            return current()
                            .getCookies()
                            .findCookie("theme")
                            .map(Cookie::getValue)
                            .orElse("none") + " in run " + runs.incrementAndGet();
        }

        @Get("/cookies")
        String cookies() {
            return current().getCookies().getAll().stream()
                            .map(cookie -> cookie.getName() + '=' + cookie.getValue())
                            .collect(Collectors.joining(","))
                    + " in run " + runs.incrementAndGet();
        }

        @Get("/attribute")
        String attribute() {
            return current().getAttribute("plan", String.class).orElse("none") + " in run " + runs.incrementAndGet();
        }

        @Get("/host")
        String host() {
            return hosts.resolve(current()) + " in run " + runs.incrementAndGet();
        }

        @Get("/language")
        String language() {
            return locales.resolveOrDefault(current()) + " in run " + runs.incrementAndGet();
        }

        @Get("/locale")
        String locale(@Nullable Locale locale) {
            return locale + " in run " + runs.incrementAndGet();
        }

        @Get("/contributed")
        @HttpCached(ttl = "1h", key = AccountKey.class)
        String contributed() {
            return account().plan() + " in run " + runs.incrementAndGet();
        }

        @Get("/branch-contributed")
        @HttpCached(ttl = "1h", key = BranchKey.class)
        String branchContributed() {
            return current().getAttribute("plan", String.class).orElse("none") + " in run " + runs.incrementAndGet();
        }

        @Get("/credentials")
        @HttpCached(ttl = "1h", scope = CacheScope.PUBLIC, vary = "Authorization")
        String credentials() {
            return current().getHeaders().get("Authorization") + " in run " + runs.incrementAndGet();
        }

        @Get("/object")
        String object() {
            return account().plan();
        }

        private static Account account() {
            return current().getAttribute("account", Account.class).orElseThrow();
        }

        @Get("/parameter")
        String parameter() {
            return "page " + current().getParameters().get("page");
        }

        @Get("/session")
        String session() {
            return current().getAttribute("micronaut.SESSION", Object.class).orElse("none") + "";
        }

        @Get("/address")
        String address() {
            return current().getRemoteAddress().getHostString();
        }

        @Get("/nonce")
        String nonce() {
            return current()
                    .getAttribute(CspFilter.NONCE_PROPERTY, String.class)
                    .orElseThrow();
        }

        @Get("/named{?name}")
        String named(@Size(max = 5) String name) {
            return name + '=' + current().getHeaders().get(name);
        }

        @Get("/noise")
        String noise() {
            StringBuilder seen = new StringBuilder();
            current().getHeaders().get("traceparent");
            current().getHeaders().get("X-Request-Id");
            current().getHeaders().forEachValue((name, value) -> seen.append(name.length() * 0));
            return "run " + runs.incrementAndGet();
        }

        @Get("/own-attribute")
        String ownAttribute() {
            current().setAttribute("own", runs.incrementAndGet());
            return "" + current().getAttribute("own").orElseThrow();
        }

        @Get("/branch")
        String branch() {
            String a = current().getHeaders().get("X-A");
            return "1".equals(a) ? "a=1 b=" + current().getHeaders().get("X-B") : "a=" + a;
        }

        @Get("/public")
        @HttpCached(ttl = "1h", scope = CacheScope.PUBLIC)
        String user() {
            return current().getUserPrincipal().map(Principal::getName).orElse("nobody");
        }

        private static HttpRequest<?> current() {
            return ServerRequestContext.currentRequest().orElseThrow();
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "unkeyed-reads")
    static class Tenants {

        String current() {
            return ServerRequestContext.currentRequest()
                    .map(request -> request.getHeaders().get("X-Tenant"))
                    .orElse("none");
        }
    }

    @Around
    @Retention(RetentionPolicy.RUNTIME)
    @interface ByApiKey {}

    @Singleton
    @InterceptorBean(ByApiKey.class)
    @Requires(property = "scenario", value = "unkeyed-reads")
    static class ApiKeyAdvice implements MethodInterceptor<Object, Object> {

        @Override
        public Object intercept(MethodInvocationContext<Object, Object> context) {
            Function<HttpRequest<?>, String> key =
                    request -> request.getHeaders().get("X-Api-Key");
            return ServerRequestContext.currentRequest().map(key).orElse("none") + ' ' + context.proceed();
        }
    }

    record Account(String plan) {}

    @Singleton
    @Requires(property = "scenario", value = "unkeyed-reads")
    static class AccountKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of(request.getAttribute("account", Account.class)
                    .map(Account::plan)
                    .orElse(null));
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "unkeyed-reads")
    static class BranchKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            boolean reads = request.getHeaders().contains("X-Branch");
            return KeyContribution.of(
                    reads ? request.getAttribute("plan", String.class).orElse(null) : null);
        }
    }

    /** Outside the cache. */
    @ServerFilter("/unkeyed/**")
    @Requires(property = "scenario", value = "unkeyed-reads")
    static class OuterFilter implements Ordered {

        @Override
        public int getOrder() {
            return -1000;
        }

        @RequestFilter
        void filter(HttpRequest<?> request) {
            Optional.ofNullable(request.getHeaders().get("X-Plan"))
                    .ifPresent(plan -> request.setAttribute("plan", plan).setAttribute("account", new Account(plan)));
            Optional.ofNullable(request.getHeaders().get("X-User"))
                    .ifPresent(user -> request.setUserPrincipal(() -> user));
        }
    }

    /** Between the cache and the handler; it takes a mutable request, of which it replaces a field. */
    @ServerFilter("/unkeyed/inner-filter")
    @Requires(property = "scenario", value = "unkeyed-reads")
    static class InnerFilter implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @RequestFilter
        void filter(MutableHttpRequest<?> request) {
            request.setAttribute("inner", request.getHeaders().get("X-Inner"));
            request.getHeaders().set("X-Tenant", "set by the filter");
            assertThat(request.getHeaders().get("X-Tenant")).isEqualTo("set by the filter");
        }
    }

    /** Between the cache and the handler; it does not use its own request. */
    @ServerFilter("/unkeyed/current-request")
    @Requires(property = "scenario", value = "unkeyed-reads")
    static class CurrentRequestFilter implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @RequestFilter
        void filter(HttpRequest<?> request) {
            String context = ServerRequestContext.currentRequest()
                    .map(current -> current.getHeaders().get("X-Context"))
                    .orElse("none");
            request.setAttribute("inner", context);
        }
    }
}
