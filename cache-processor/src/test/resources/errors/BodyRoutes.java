package errors;

import io.httpcached.annotation.BodyKey;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;

@Controller("/refused")
class BodyRoutes {

    @Get("/useless-methods")
    @HttpCached(methods = "POST")
    String uselessMethods() { // error: @HttpCached(methods = "POST") has no effect on uselessMethods
        return "";
    }

    @Post("/other-methods")
    @HttpCached(methods = {"POST", "PUT"})
    String otherMethods(@Body String body) { // error: @HttpCached(methods = [POST, PUT]) is not supported
        return body;
    }

    @Get("/useless-body-key")
    @HttpCached(bodyKey = BodyKey.JSON)
    String uselessBodyKey() { // error: @HttpCached(bodyKey) has no effect on uselessBodyKey
        return "";
    }

    @CustomHttpMethod(method = "QUERY", value = "/refreshed")
    @HttpCached(staleWhileRevalidate = "1m")
    String refreshed(@Body String body) { // error: @HttpCached(staleWhileRevalidate) has no effect on refreshed
        return body;
    }

    @Post("/failing")
    @HttpCached(methods = "POST", staleIfError = "1m")
    String failing(@Body String body) { // error: @HttpCached(staleIfError) has no effect on failing
        return body;
    }

    @CustomHttpMethod(method = "QUERY", value = "/ahead")
    @HttpCached(refreshAhead = "10%")
    String ahead(@Body String body) { // error: @HttpCached(refreshAhead) has no effect on ahead
        return body;
    }

    @Get("/two")
    @CustomHttpMethod(method = "QUERY", value = "/two")
    @HttpCached
    String two() { // error: @HttpCached cannot cache GET and QUERY of one method
        return "";
    }

    @CustomHttpMethod(method = "QUERY", value = "/ambiguous")
    @HttpCached
    String ambiguous(String title) { // error: The parameter 'title' receives a value of the query or of the request body
        return title;
    }

    @Post("/upload")
    @HttpCached(methods = "POST")
    String upload(@Part String part) { // error: The parameter 'part' receives the request body
        return part;
    }
}
