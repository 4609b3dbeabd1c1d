package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Trace;

@Controller("/refused")
class SafeButNotCacheable {

    @Options
    @HttpCached
    String options() { // error: @HttpCached cannot cache OPTIONS
        return "";
    }

    @Trace
    @HttpCached
    String trace() { // error: @HttpCached cannot cache TRACE
        return "";
    }
}
