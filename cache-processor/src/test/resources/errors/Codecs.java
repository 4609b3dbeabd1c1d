package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class Codecs {

    @Get("/memory")
    @HttpCached(ttl = "1m", backend = "memory", codec = "json")
    String memory() { // error: @HttpCached(codec = "json") has no effect in the store memory
        return "";
    }
}
