package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@Controller("/typos")
@SuppressWarnings("httpcached:unknown-tags")
class Typos { // warning: @SuppressWarnings("httpcached:unknown-tags") is not a warning of HttpCached

    @Get
    @HttpCached(ttl = "1m")
    String show() {
        return "";
    }

    @Put("/state")
    @SuppressWarnings({"httpcached:foo", "httpcached:", "unchecked"})
    void update() {} // warning: @SuppressWarnings("httpcached:foo") is not a warning of HttpCached // warning: @SuppressWarnings("httpcached:") is not a warning of HttpCached // warning: update handles PUT and does not invalidate the responses of show

    @Put("/parameter/{id}")
    void parameter( // warning: parameter handles PUT and does not invalidate the responses of show
            @SuppressWarnings("httpcached:Unknown-Tag")
                    long id) {} // warning: @SuppressWarnings("httpcached:Unknown-Tag") is not a warning of HttpCached

    @SuppressWarnings("httpcached:bar")
    interface Anywhere { // warning: @SuppressWarnings("httpcached:bar") is not a warning of HttpCached

        @SuppressWarnings({"httpcached:baz", "httpcached:unknown-warning"})
        default void silenced() {}
    }
}
