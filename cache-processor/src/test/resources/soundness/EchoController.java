package soundness;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.cookie.Cookie;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says what it was given. Every way to be given something, under names that a client can mix up. */
@Controller(value = "/echo", produces = "text/plain")
@HttpCached(ttl = "1m")
@SuppressWarnings("httpcached:unbounded-query")
class EchoController {

    @Get("/plain-text")
    String plainText(@Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/plain-number")
    String plainNumber(@Nullable Integer fooBar) {
        return "" + fooBar;
    }

    @Get("/named")
    String named(@QueryValue("x-foo") @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/default-text")
    String defaultText(@QueryValue(defaultValue = "1") String fooBar) {
        return fooBar;
    }

    @Get("/default-number")
    String defaultNumber(@QueryValue(defaultValue = "1") long fooBar) {
        return "" + fooBar;
    }

    @Get("/empty-default")
    String emptyDefault(@QueryValue(defaultValue = "") String fooBar) {
        return "[" + fooBar + "]";
    }

    @Get("/empty-default-number")
    String emptyDefaultNumber(@QueryValue(defaultValue = "") @Nullable Integer fooBar) {
        return "" + fooBar;
    }

    @Get("/configured-default")
    String configuredDefault(@QueryValue(defaultValue = "${no.such.property:}") @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/optional")
    String optional(@QueryValue Optional<Long> fooBar) {
        return "" + fooBar;
    }

    @Get("/enum")
    String enumeration(@QueryValue @Nullable Order fooBar) {
        return "" + fooBar;
    }

    @Get("/list")
    String list(@Nullable List<String> fooBar) {
        return "" + fooBar;
    }

    @Get("/set")
    String set(@QueryValue @Nullable Set<Integer> fooBar) {
        return "" + fooBar;
    }

    @Get("/array")
    String array(@QueryValue @Nullable String[] fooBar) {
        return Arrays.toString(fooBar);
    }

    @Get("/csv")
    String csv(@Format("csv") @QueryValue List<String> fooBar) {
        return "" + fooBar;
    }

    @Get("/exploded{?fooBar*}")
    String exploded(List<String> fooBar) {
        return "" + fooBar;
    }

    @Get("/day")
    String day(@Format("d MMM yyyy") @QueryValue @Nullable LocalDate fooBar) {
        return "" + fooBar;
    }

    @Get("/date")
    String date(@Format("d MMM yyyy") @QueryValue @Nullable Date fooBar) {
        return "" + fooBar;
    }

    @Get("/header")
    String header(@Header @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/named-header")
    String namedHeader(@Header("X-Foo") @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/header-list")
    String headerList(@Header(name = "X-Foo", defaultValue = "1") List<String> fooBar) {
        return "" + fooBar;
    }

    @Get("/cookie")
    String cookie(@CookieValue @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/named-cookie")
    String namedCookie(@CookieValue("x-foo") @Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/cookie-object")
    String cookieObject(@Nullable Cookie fooBar) {
        return fooBar == null ? "" : fooBar.getValue();
    }

    @Get("/path/{fooBar}")
    String path(String fooBar) {
        return fooBar;
    }

    @Get("/path-wins/{fooBar}")
    String pathWins(@Header("fooBar") String other, @Nullable String name) {
        return other + name;
    }

    @Get("/optional-path{/fooBar}")
    String optionalPath(@Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/default-path{/fooBar}")
    String defaultPath(@PathVariable(defaultValue = "1") int fooBar) {
        return "" + fooBar;
    }

    @Get("/pattern/{fooBar:[0-9a-z]+}-{name}")
    String pattern(@PathVariable("fooBar") String first, @PathVariable String name) {
        return first + "+" + name;
    }

    @Get("/rest/{+fooBar}")
    String rest(String fooBar) {
        return fooBar;
    }

    @Get(uris = {"/either/{fooBar}", "/or/{name}"})
    String either(@Nullable String fooBar, @Nullable String name) {
        return fooBar + "+" + name;
    }

    @Get("${no.such.path:/configured/{fooBar}}")
    String configured(@Nullable String fooBar) {
        return "" + fooBar;
    }

    @Get("/record/{name}")
    String recordBean(@RequestBean RecordBean bean) {
        return "" + bean;
    }

    @Get("/setters")
    String setterBean(@RequestBean SetterBean bean) {
        return bean.getFooBar() + "+" + bean.getName() + "+" + bean.header;
    }

    @Get("/constructor")
    String constructorBean(@RequestBean ConstructorBean bean) {
        return bean.getFooBar() + "+" + bean.getCookie();
    }

    @Get("/uri")
    @HttpCached(keySource = KeySource.REQUEST_URI, vary = "X-Foo")
    String uri(HttpRequest<?> request, @Header("X-Foo") @Nullable String header, @CookieValue @Nullable String fooBar) {
        return new TreeMap<>(request.getParameters().asMap()) + "+" + header + "+" + fooBar;
    }

    @Introspected
    enum Order {
        ASC,
        DESC
    }

    @Introspected
    record RecordBean(
            @PathVariable String name,
            @Nullable String fooBar,
            @QueryValue("x-foo") @Nullable String text,
            @Header("X-Foo") @Nullable String header) {}

    @Introspected
    static class SetterBean {

        @QueryValue("x-foo")
        @Nullable
        private String fooBar;

        @Nullable
        private String name;

        @Header("X-Foo")
        @Nullable
        String header;

        @Nullable
        public String getFooBar() {
            return fooBar;
        }

        public void setFooBar(@Nullable String fooBar) {
            this.fooBar = fooBar;
        }

        @Nullable
        public String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }
    }

    @Introspected
    static class ConstructorBean {

        @Nullable
        private final String fooBar;

        @Nullable
        private final String cookie;

        ConstructorBean(@Header("X-Foo") @Nullable String fooBar, @CookieValue("x-foo") @Nullable String cookie) {
            this.fooBar = fooBar;
            this.cookie = cookie;
        }

        @Nullable
        public String getFooBar() {
            return fooBar;
        }

        @Nullable
        public String getCookie() {
            return cookie;
        }
    }
}
