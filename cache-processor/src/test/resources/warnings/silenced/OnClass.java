package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@SuppressWarnings({"httpcached:missing-invalidation", "httpcached:unknown-tag"})
class OnClass {

    @Controller("/class")
    static class Nested {

        @Get
        @HttpCached(ttl = "1m")
        String show() {
            return "";
        }

        @Put("/state")
        void update() {}

        @Delete
        @HttpCacheInvalidate(tags = "nowhere")
        void delete() {}
    }
}
