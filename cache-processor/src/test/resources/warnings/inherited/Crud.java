package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

abstract class Crud {

    @Get("/{id}")
    @HttpCached(ttl = "1m")
    String show(long id) {
        return "";
    }

    @Put("/{id}/state")
    void update(long id) {} // warning: update handles PUT and does not invalidate the responses of show // warning: update handles PUT and does not invalidate the responses of show

    @Delete("/{id}")
    @HttpCacheInvalidate(tags = "nowhere")
    void delete(long id) {} // warning: The tag "nowhere" is invalidated, but no cached route declares it

    @Controller("/one")
    static class One extends Crud {}

    @Controller("/two")
    static class Two extends Crud {}
}
