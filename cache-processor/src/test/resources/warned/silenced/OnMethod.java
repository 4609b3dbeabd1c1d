package warned;

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
    @SuppressWarnings({"unused", "httpcached:unsafe-without-invalidation"})
    void silent() {}

    @Put
    @SuppressWarnings("httpcached:unproduced-tag")
    void otherSilenced() {} // warning: otherSilenced answers PUT on the path of the cached show and has no @HttpCacheInvalidate

    @Put
    @SuppressWarnings("unsafe-without-invalidation")
    void withoutPrefix() {} // warning: withoutPrefix answers PUT on the path of the cached show and has no @HttpCacheInvalidate

    @Delete
    @HttpCacheInvalidate(tags = "nowhere")
    @SuppressWarnings("httpcached:unproduced-tag")
    void silentTag() {}

    @Delete("/elsewhere")
    @HttpCacheInvalidate(tags = "nowhere")
    void loudTag() {} // warning: The tag "nowhere" is invalidated, and no cached route produces it
}
