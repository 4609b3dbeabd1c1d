package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(ttl = "1m", namespace = "#{'catalog'}")
class ExpressionOnClass { // error: @HttpCached(namespace = "#{'catalog'}") contains an expression

    @Get("/{id}")
    String show(long id) {
        return "";
    }
}
