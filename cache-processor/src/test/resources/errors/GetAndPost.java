package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

@Controller("/refused")
class GetAndPost {

    @Get
    @Post
    @HttpCached
    String both() { // error: @HttpCached cannot cache POST
        return "";
    }
}
