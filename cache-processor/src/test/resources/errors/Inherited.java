package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

abstract class Inherited {

    @Get
    @HttpCached(ttl = "never")
    void show() {} // error: @HttpCached is on a method that returns void // error: @HttpCached(ttl = "never") is not a duration

    @Controller("/one")
    static class One extends Inherited {}

    @Controller("/two")
    static class Two extends Inherited {}
}
