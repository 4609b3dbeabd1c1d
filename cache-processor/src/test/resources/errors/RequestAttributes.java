package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestAttribute;

@Controller("/refused")
class RequestAttributes {

    @Get
    @HttpCached
    String show(
            @RequestAttribute("tenant") String tenant) { // error: The parameter 'tenant' receives a value bound by @RequestAttribute
        return "";
    }
}
