package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(ignoredParameters = "fbclid")
class IgnoredParametersOnClass { // error: @HttpCached(ignoredParameters = "fbclid") has no effect

    @Get("/plain")
    String plain() {
        return "";
    }

    @Get("/own")
    @HttpCached(ignoredParameters = "gclid", keySource = KeySource.REQUEST_URI)
    String own() {
        return "";
    }
}
