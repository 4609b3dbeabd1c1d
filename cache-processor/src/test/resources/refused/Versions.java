package refused;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class Versions {

    @Get
    @HttpCached(version = String.class)
    String show() { // error: @HttpCached(version = java.lang.String.class) names no version source
        return "";
    }
}
