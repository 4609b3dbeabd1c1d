package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

interface InheritedFromInterface {

    @Get
    @HttpCached(vary = "*")
    default String show() { // error: @HttpCached(vary = "*") prevents every reuse
        return "";
    }

    @Controller("/refused")
    class One implements InheritedFromInterface {}
}
