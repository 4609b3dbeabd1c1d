package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;

@Controller("/refused")
class BeanFields {

    @Get
    @HttpCached
    String show(
            @RequestBean Filter filter) { // error: The parameter 'filter.request' receives HttpRequest // error: The parameter 'filter.inner' receives Inner
        return "";
    }

    @Introspected
    record Filter(
            @QueryValue @Nullable String text,
            HttpRequest<?> request,
            @Nullable Inner inner,
            @Header("Accept-Language") @Nullable String language) {}

    @Introspected
    record Inner(String text) {}
}
