package warned;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@Controller("/typos")
@SuppressWarnings("httpcached:unproduced-tags")
class Typos { // warning: @SuppressWarnings("httpcached:unproduced-tags") names no warning of HttpCached

    @Get
    @HttpCached(ttl = "1m")
    String show() {
        return "";
    }

    @Put
    @SuppressWarnings({"httpcached:foo", "httpcached:", "unchecked"})
    void update() {} // warning: @SuppressWarnings("httpcached:foo") names no warning of HttpCached // warning: @SuppressWarnings("httpcached:") names no warning of HttpCached // warning: update answers PUT on the path of the cached show and has no @HttpCacheInvalidate

    @Put("/parameter/{id}")
    void parameter(
            @SuppressWarnings("httpcached:Unproduced-Tag")
                    long id) {} // warning: @SuppressWarnings("httpcached:Unproduced-Tag") names no warning of HttpCached

    @SuppressWarnings("httpcached:bar")
    interface Anywhere { // warning: @SuppressWarnings("httpcached:bar") names no warning of HttpCached

        @SuppressWarnings({"httpcached:baz", "httpcached:unknown-warning"})
        default void silenced() {}
    }
}
