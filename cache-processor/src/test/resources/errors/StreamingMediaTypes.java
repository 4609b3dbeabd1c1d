package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

@Controller("/refused")
class StreamingMediaTypes {

    @Get(value = "/events", produces = "text/event-stream")
    @HttpCached
    String events() { // error: @HttpCached is on a method that produces text/event-stream
        return "";
    }

    @Get("/lines")
    @Produces({"application/json", "application/x-json-stream;charset=utf-8"})
    @HttpCached
    String lines() { // error: @HttpCached is on a method that produces application/x-json-stream;charset=utf-8
        return "";
    }
}
