package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/pages")
class PageController {

    @Get("/{number}")
    @HttpCached(ttl = "1m", tags = {"pages", "page:{number}"})
    String show(int number) {
        return "" + number;
    }
}
