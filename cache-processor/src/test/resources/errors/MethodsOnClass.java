package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(methods = "POST")
class MethodsOnClass { // error: @HttpCached(methods) is set on a controller

    @Get
    String list() {
        return "";
    }
}
