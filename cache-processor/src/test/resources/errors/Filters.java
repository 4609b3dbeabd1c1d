package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

@ServerFilter("/refused")
class Filters {

    @RequestFilter
    @HttpCached
    void filter(HttpRequest<?> request) {} // error: @HttpCached is on a method that is not a route
}
