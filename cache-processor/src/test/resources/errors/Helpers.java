package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class Helpers {

    @Get
    String show() {
        return helper();
    }

    @HttpCached
    String helper() { // error: @HttpCached is on a method that is not a route
        return "";
    }

    @Error
    @HttpCached
    String error(Exception problem) { // error: @HttpCached is on a method that is not a route
        return "";
    }
}
