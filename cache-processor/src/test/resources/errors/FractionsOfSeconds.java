package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class FractionsOfSeconds {

    @Get("/ttl")
    @HttpCached(ttl = "250ms")
    String ttl() { // error: @HttpCached(ttl = "250ms") is not a whole number of seconds
        return "";
    }

    @Get("/client-ttl")
    @HttpCached(ttl = "1m", clientTtl = "1s500ms")
    String clientTtl() { // error: @HttpCached(clientTtl = "1s500ms") is not a whole number of seconds
        return "";
    }

    @Get("/windows")
    @HttpCached(ttl = "1m", staleWhileRevalidate = "PT0.5S", staleIfError = "PT1.000001S")
    String windows() { // error: @HttpCached(staleWhileRevalidate = "PT0.5S") is not a whole number of seconds // error: @HttpCached(staleIfError = "PT1.000001S") is not a whole number of seconds
        return "";
    }
}
