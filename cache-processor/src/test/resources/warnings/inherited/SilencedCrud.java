package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

interface SilencedCrud {

    @Get("/{id}")
    @HttpCached(ttl = "1m")
    default String show(long id) {
        return "";
    }

    @Put("/{id}/state")
    default void update(long id) {}

    @Delete("/{id}")
    @HttpCacheInvalidate(tags = "nowhere")
    default void delete(long id) {}

    @Controller("/silenced")
    @SuppressWarnings({"httpcached:missing-invalidation", "httpcached:unknown-tag"})
    class Silenced implements SilencedCrud {}
}
