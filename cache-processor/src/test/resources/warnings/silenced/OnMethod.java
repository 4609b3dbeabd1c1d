package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@Controller("/method")
class OnMethod {

    @Get
    @HttpCached(ttl = "1m")
    String show() {
        return "";
    }

    @Put("/first")
    @SuppressWarnings({"unused", "httpcached:missing-invalidation"})
    void silent() {}

    @Put("/second")
    @SuppressWarnings("httpcached:unknown-tag")
    void otherSilenced() {} // warning: otherSilenced handles PUT and does not invalidate the responses of show

    @Put("/third")
    @SuppressWarnings("unsafe-without-invalidation")
    void withoutPrefix() {} // warning: withoutPrefix handles PUT and does not invalidate the responses of show

    @Delete
    @HttpCacheInvalidate(tags = "nowhere")
    @SuppressWarnings("httpcached:unknown-tag")
    void silentTag() {}

    @Delete("/elsewhere")
    @HttpCacheInvalidate(tags = "nowhere")
    void loudTag() {} // warning: The tag "nowhere" is invalidated, but no cached route declares it
}
