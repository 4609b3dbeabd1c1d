package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;

@Controller("/refused")
class UnsafeMethods {

    @Post
    @HttpCached
    String post() { // error: @HttpCached cannot cache POST
        return "";
    }

    @Put
    @HttpCached
    String put() { // error: @HttpCached cannot cache PUT
        return "";
    }

    @Patch
    @HttpCached
    String patch() { // error: @HttpCached cannot cache PATCH
        return "";
    }

    @Delete
    @HttpCached
    String delete() { // error: @HttpCached cannot cache DELETE
        return "";
    }

    @CustomHttpMethod(method = "LOCK", value = "/")
    @HttpCached
    String lock() { // error: @HttpCached cannot cache LOCK
        return "";
    }
}
