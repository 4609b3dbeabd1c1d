package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

@Controller("/refused")
@Secured("ADMIN")
@HttpCached(ttl = "1m")
class RestrictedClass {

    @Get("/all-of-it")
    String allOfIt() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }

    @Get("/open")
    @Secured(SecurityRule.IS_ANONYMOUS)
    String open() {
        return "";
    }

    @Get("/excluded")
    @NoHttpCache
    String excluded() {
        return "";
    }
}
