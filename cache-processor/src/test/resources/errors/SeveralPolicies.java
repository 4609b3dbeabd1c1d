package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Controller("/refused")
class SeveralPolicies {

    @Get("/composed")
    @Hourly
    @Daily
    String composed() { // error: @Daily and @Hourly set conflicting policies for one element
        return "";
    }

    @Get("/composed-and-direct")
    @Hourly
    @HttpCached(tags = "pages")
    String composedAndDirect() { // error: @Hourly and @HttpCached set conflicting policies for one element
        return "";
    }

    @Get("/three")
    @Hourly
    @Daily
    @HttpCached
    String three() { // error: @Daily and @Hourly and @HttpCached set conflicting policies for one element
        return "";
    }

    @Retention(RetentionPolicy.RUNTIME)
    @HttpCached(ttl = "1h")
    @interface Hourly {}

    @Retention(RetentionPolicy.RUNTIME)
    @HttpCached(ttl = "1d")
    @interface Daily {}
}
