package mistyped;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/mistyped")
class Versions {

    @Get
    @HttpCached(version = String.class)
    String show() {
        return "";
    }
}
