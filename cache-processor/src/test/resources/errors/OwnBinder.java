package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Controller("/refused")
class OwnBinder {

    @Get
    @HttpCached
    String show(
            @Tenant String tenant) { // error: The parameter 'tenant' receives a value bound by @Tenant
        return "";
    }

    @Bindable
    @Retention(RetentionPolicy.RUNTIME)
    @interface Tenant {}
}
