package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/silenced")
@HttpCached(ttl = "1m")
class SilencedController {

    @Get("/parameter")
    String parameter(
            @SuppressWarnings("httpcached:unbounded-query") String q,
            String r) { // warning: The parameter 'r' accepts any text from the query
        return "";
    }

    @Get("/method")
    @SuppressWarnings("httpcached:unbounded-query")
    String method(String q) {
        return "";
    }

    @Get("/other")
    @SuppressWarnings("httpcached:ineffective-vary")
    String other(String q) { // warning: The parameter 'q' accepts any text from the query
        return "";
    }

    @Controller("/silenced-class")
    @HttpCached(ttl = "1m")
    @SuppressWarnings("httpcached:unbounded-query")
    static class OfClass {

        @Get
        String show(String q) {
            return "";
        }
    }
}
