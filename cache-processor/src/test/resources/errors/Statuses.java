package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class Statuses {

    @Get
    @HttpCached(statuses = {200, 199, 600, 206, 304})
    String show() { // error: @HttpCached(statuses = 199) can never apply // error: @HttpCached(statuses = 600) can never apply // error: @HttpCached(statuses = 206) can never apply // error: @HttpCached(statuses = 304) can never apply
        return "";
    }
}
