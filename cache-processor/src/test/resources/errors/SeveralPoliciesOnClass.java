package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Controller("/refused")
@SeveralPoliciesOnClass.Hourly
@HttpCached(ttl = "1m")
class SeveralPoliciesOnClass { // error: @Hourly and @HttpCached set conflicting policies for one element

    @Get("/one")
    String one() {
        return "";
    }

    @Get("/two")
    String two() {
        return "";
    }

    @Retention(RetentionPolicy.RUNTIME)
    @HttpCached(ttl = "1h")
    @interface Hourly {}
}
