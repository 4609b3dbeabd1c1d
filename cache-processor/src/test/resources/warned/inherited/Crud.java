package warned;

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
    void update(long id) {} // warning: update answers PUT on the path of the cached show and has no @HttpCacheInvalidate

    @Delete("/{id}")
    @HttpCacheInvalidate(tags = "nowhere")
    void delete(long id) {} // warning: The tag "nowhere" is invalidated, and no cached route produces it

    @Controller("/one")
    static class One extends Crud {}

    @Controller("/two")
    static class Two extends Crud {}
}
