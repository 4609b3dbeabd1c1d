package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Optional;

@Controller("/refused")
class Beans {

    @Get("/bean")
    @HttpCached
    String bean(
            Filter filter) { // error: The parameter 'filter' receives Filter
        return "";
    }

    @Get("/optional")
    @HttpCached
    String optional(
            Optional<Filter> filter) { // error: The parameter 'filter' receives Filter
        return "";
    }

    @Get("/object")
    @HttpCached
    String object(
            Object filter) { // error: The parameter 'filter' receives Object
        return "";
    }

    @Introspected
    record Filter(String text, int limit) {}
}
