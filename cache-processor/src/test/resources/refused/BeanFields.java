package refused;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import java.util.Map;

@Controller("/refused")
class BeanFields {

    @Get
    @HttpCached
    String show(
            @RequestBean Filter filter) { // error: The parameter 'filter.request' is given HttpRequest // error: The parameter 'filter.any' is given Map
        return "";
    }

    @Introspected
    record Filter(
            @QueryValue @Nullable String text,
            HttpRequest<?> request,
            @Nullable Map<String, String> any,
            @Header("Accept-Language") @Nullable String language) {}
}
