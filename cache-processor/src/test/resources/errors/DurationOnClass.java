package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(ttl = "soon")
class DurationOnClass { // error: @HttpCached(ttl = "soon") is not a duration

    @Get("/one")
    String one() {
        return "";
    }

    @Get("/two")
    String two() {
        return "";
    }
}
