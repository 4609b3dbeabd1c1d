package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class NegativeDurations {

    @Get("/units")
    @HttpCached(ttl = "-10m")
    String units() { // error: @HttpCached(ttl = "-10m") is not a duration
        return "";
    }

    @Get("/iso")
    @HttpCached(ttl = "PT-10M")
    String iso() { // error: @HttpCached(ttl = "PT-10M") is not a duration
        return "";
    }
}
