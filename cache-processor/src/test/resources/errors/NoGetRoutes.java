package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/refused")
@HttpCached
class NoGetRoutes { // error: @HttpCached is on a class without a GET route

    @Post
    String create() {
        return "";
    }
}
