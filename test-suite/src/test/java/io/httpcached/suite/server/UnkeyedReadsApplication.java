package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scenario {@code unkeyed-reads}: routes whose handlers, filters and advice read what no key contains. */
final class UnkeyedReadsApplication {

    private UnkeyedReadsApplication() {}

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

        final AtomicInteger asked = new AtomicInteger();

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            asked.incrementAndGet();
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
