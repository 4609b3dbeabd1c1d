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

    @Put
    @SuppressWarnings({"unused", "httpcached:missing-invalidation"})
    void silent() {}

    @Put
    @SuppressWarnings("httpcached:unknown-tag")
    void otherSilenced() {} // warning: otherSilenced handles PUT on the path of the cached method show and has no @HttpCacheInvalidate

    @Put
    @SuppressWarnings("unsafe-without-invalidation")
    void withoutPrefix() {} // warning: withoutPrefix handles PUT on the path of the cached method show and has no @HttpCacheInvalidate

    @Delete
    @HttpCacheInvalidate(tags = "nowhere")
    @SuppressWarnings("httpcached:unknown-tag")
    void silentTag() {}

    @Delete("/elsewhere")
    @HttpCacheInvalidate(tags = "nowhere")
    void loudTag() {} // warning: The tag "nowhere" is invalidated, but no cached route has it
}
