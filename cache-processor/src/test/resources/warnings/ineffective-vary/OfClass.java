package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/of-class")
@HttpCached(ttl = "1m", vary = "Cookie")
class OfClass { // warning: @HttpCached(vary = "Cookie") puts the whole Cookie field into the key

    @Get("/one")
    String one() {
        return "";
    }

    @Get("/two")
    String two() {
        return "";
    }

    @Get("/without")
    @HttpCached(vary = {})
    String without() {
        return "";
    }
}
