package refused;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.Map;

@Controller("/refused")
class Beans {

    @Get("/bean")
    @HttpCached
    String bean(
            Filter filter) { // error: The parameter 'filter' is given Filter
        return "";
    }

    @Get("/query-value")
    @HttpCached
    String queryValue(
            @QueryValue Filter filter) { // error: The parameter 'filter' is given Filter
        return "";
    }

    @Get("/map")
    @HttpCached
    String map(
            @QueryValue Map<String, String> filter) { // error: The parameter 'filter' is given Map
        return "";
    }

    @Get("/object")
    @HttpCached
    String object(
            Object filter) { // error: The parameter 'filter' is given Object
        return "";
    }

    @Introspected
    record Filter(String text, int limit) {}
}
