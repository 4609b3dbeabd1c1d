package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Deprecated
@Controller("/old")
class OldController {

    @Get("/{id}")
    @HttpCached(ttl = "1h")
    String show(OldId id) {
        return "" + id;
    }
}
