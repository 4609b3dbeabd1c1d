package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

@Controller("/refused")
@HttpCached
class NothingReturnedUnderClassPolicy {

    @Get
    void ping() {} // error: @HttpCached is on a method that returns void

    @Get("/pong")
    @NoHttpCache
    void pong() {}

    @Post
    void post() {}
}
