package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class VaryStar {

    @Get
    @HttpCached(vary = {"Accept-Language", "*"})
    String show() { // error: @HttpCached(vary = "*") prevents every reuse
        return "";
    }
}
