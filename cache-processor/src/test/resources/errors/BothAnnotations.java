package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class BothAnnotations {

    @Get
    @HttpCached
    @NoHttpCache
    String show() { // error: @HttpCached and @NoHttpCache contradict each other
        return "";
    }
}
