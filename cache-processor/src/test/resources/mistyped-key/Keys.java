package mistyped;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/mistyped")
class Keys {

    @Get
    @HttpCached(key = String.class)
    String show() {
        return "";
    }
}
