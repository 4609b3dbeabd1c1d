package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Size;

@Controller("/refused")
class IgnoredParameters {

    @Get("/declared")
    @HttpCached(ignoredParameters = "utm_*")
    String declared(@QueryValue @Size(max = 10) String q) { // error: @HttpCached(ignoredParameters = "utm_*") has no effect
        return q;
    }

    @Get("/none")
    @HttpCached(ignoredParameters = {})
    String none() { // error: @HttpCached(ignoredParameters = {}) has no effect
        return "";
    }

    @Get("/all")
    @HttpCached(ignoredParameters = "*", keySource = KeySource.REQUEST_URI)
    String all() { // error: @HttpCached(ignoredParameters = "*") is not the name of a query parameter
        return "";
    }

    @Get("/ends")
    @HttpCached(ignoredParameters = {"utm_*", "*_source"})
    @SuppressWarnings("httpcached:unbounded-query")
    String ends(HttpParameters parameters) { // error: @HttpCached(ignoredParameters = "*_source") is not the name of a query parameter
        return "";
    }

    @Get("/empty")
    @HttpCached(ignoredParameters = "", keySource = KeySource.REQUEST_URI)
    String empty() { // error: @HttpCached(ignoredParameters = "") is not the name of a query parameter
        return "";
    }
}
