package refused;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.Map;

@Controller("/refused")
class ExplodedBeans {

    @Get("/map{?filter*}")
    @HttpCached
    String map(
            Map<String, String> filter) { // error: The parameter 'filter' is given every query parameter
        return "";
    }

    @Get("/bean{?filter*}")
    @HttpCached
    String bean(
            @PathVariable Filter filter) { // error: The parameter 'filter' is given every query parameter
        return "";
    }

    @Get("/array{?filter*}")
    @HttpCached
    String array(
            String[] filter) { // error: The parameter 'filter' is given every query parameter
        return "";
    }

    @Introspected
    record Filter(String text, int limit) {}
}
