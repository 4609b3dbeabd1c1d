package soundness;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestAttribute;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.server.util.HttpHostResolver;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import kotlin.coroutines.Continuation;

/** Says what it was given of the path, of the header, and of what the server makes of a request. */
@Controller(value = "/echo", produces = "text/plain")
@HttpCached(ttl = "1m")
@SuppressWarnings({"httpcached:unbounded-query", "httpcached:ineffective-vary"})
class ServerEchoController {

    private final HttpHostResolver hosts;

    ServerEchoController(HttpHostResolver hosts) {
        this.hosts = hosts;
    }

    @Get("/locale")
    String locale(@Nullable Locale locale) {
        return "" + locale;
    }

    @Get("/optional-locale")
    String optionalLocale(Optional<Locale> fooBar) {
        return "" + fooBar;
    }

    @Get("/bean-locale")
    String beanLocale(@RequestBean LocaleBean bean) {
        return "" + bean;
    }

    @Get("/suspend")
    Object suspend(@Nullable String fooBar, Continuation<? super String> continuation) {
        return "" + fooBar;
    }

    @Get("/headers")
    @HttpCached(vary = "X-Foo")
    String headers(HttpHeaders headers) {
        return "" + headers.getAll("X-Foo");
    }

    @Get("/cookies")
    @HttpCached(vary = "Cookie")
    String cookies(Cookies cookies) {
        TreeMap<String, String> values = new TreeMap<>();
        for (Cookie cookie : cookies.getAll()) {
            values.put(cookie.getName(), cookie.getValue());
        }
        return "" + values;
    }

    @Get("/accepted-language")
    String acceptedLanguage(@Header("Accept-Language") @Nullable String language) {
        return "" + language;
    }

    @Get("/varying-language")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = {"Accept-Language", "Cookie"})
    String varyingLanguage(HttpRequest<?> request, @Nullable Locale locale) {
        return request.getLocale() + "+" + locale;
    }

    @Get("/host")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String host(HttpRequest<?> request) {
        return hosts.resolve(request) + request.getHeaders().get("Host");
    }

    @Get("/request-attribute")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = {"X-Attribute", "X-Hyphenated"})
    String requestAttribute(@RequestAttribute @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/extension/a{.fooBar}")
    String extension(@Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/two{/fooBar,name}")
    String two(@PathVariable @Nullable String fooBar, @PathVariable @Nullable String name) {
        return fooBar + "+" + name;
    }

    @Get("/limited/{fooBar:2}")
    String limited(@PathVariable String fooBar) {
        return fooBar;
    }

    @Get("/optional-number{/fooBar:[0-9]+}")
    String optionalNumber(@PathVariable(defaultValue = "1") long fooBar) {
        return "" + fooBar;
    }

    @Get("/hyphen/{foo-bar}")
    String hyphen(@PathVariable("foo-bar") String other, @Nullable String fooBar) {
        return other + "+" + fooBar;
    }

    @Get("/fallback{/foo-bar}")
    String fallback(@PathVariable @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/deep-rest{/fooBar:.*}")
    String deepRest(@Nullable String fooBar) {
        return "" + fooBar;
    }

    @Introspected
    record LocaleBean(@Nullable Locale locale, @Nullable String name) {}
}
