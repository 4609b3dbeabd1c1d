package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(ttl = "1h", jitter = "1m")
class ShareOfClass {

    @Get("/long")
    String longer() {
        return "";
    }

    @Get("/short")
    @HttpCached(ttl = "30s")
    String shorter() { // error: @HttpCached(jitter = "1m") is not shorter than the ttl of 30s
        return "";
    }
}
