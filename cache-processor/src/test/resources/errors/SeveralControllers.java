package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

class SeveralControllers {

    @Controller("/one")
    static class One {

        @Post
        @HttpCached
        String create() { // error: @HttpCached cannot cache POST
            return "";
        }

        @Get
        @HttpCached(ttl = "x")
        void show() {} // error: @HttpCached is on a method that returns void // error: @HttpCached(ttl = "x") is not a duration
    }

    @Controller("/two")
    static class Two {

        @Get
        @HttpCached(vary = "*", tags = "{x}")
        String show( // error: @HttpCached(vary = "*") prevents every reuse // error: The tag "{x}" refers to {x}, which is not a parameter of show
                HttpRequest<?> request) { // error: The parameter 'request' receives HttpRequest
            return "";
        }
    }
}
