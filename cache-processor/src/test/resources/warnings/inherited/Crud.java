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

    @Put("/{id}")
    void update(long id) {} // warning: update handles PUT on the path of the cached method show and has no @HttpCacheInvalidate

    @Delete("/{id}")
    @HttpCacheInvalidate(tags = "nowhere")
    void delete(long id) {} // warning: The tag "nowhere" is invalidated, but no cached route has it

    @Controller("/one")
    static class One extends Crud {}

    @Controller("/two")
    static class Two extends Crud {}
}
