package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

class Api {

    @Controller("/v1")
    @TypedHttpCache
    static class V1 {

        @Get("/{status}")
        @HttpCached(ttl = "1m")
        String status(Status status) {
            return "";
        }
    }

    @Controller("/v2")
    static class V2 {

        @Get("/{status}")
        @HttpCached(ttl = "1m")
        String status(String status) {
            return "";
        }
    }

    @Deprecated
    enum Status {
        UP
    }
}
