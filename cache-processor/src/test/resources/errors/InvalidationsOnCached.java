package errors;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

@Controller("/refused")
class InvalidationsOnCached {

    @Get("/method")
    @HttpCached(tags = "things")
    @HttpCacheInvalidate(tags = "things")
    String method() { // error: @HttpCacheInvalidate is on a cached method
        return "";
    }

    @Post("/unsafe")
    @HttpCached
    @HttpCacheInvalidate(tags = "things")
    String unsafe() { // error: @HttpCached cannot cache POST // error: @HttpCacheInvalidate is on a cached method
        return "";
    }

    @Controller("/refused/class")
    @HttpCached
    static class UnderClassPolicy {

        @Get
        @HttpCacheInvalidate(tags = "things")
        String method() { // error: @HttpCacheInvalidate is on a cached method
            return "";
        }

        @Get("/uncached")
        @NoHttpCache
        @HttpCacheInvalidate(tags = "things")
        String uncached() {
            return "";
        }
    }
}
