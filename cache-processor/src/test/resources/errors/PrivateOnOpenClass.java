package errors;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.PermitAll;

@Controller("/refused")
@PermitAll
class PrivateOnOpenClass {

    @Get
    @HttpCached(scope = CacheScope.PRIVATE)
    String show() { // error: The scope is PRIVATE, and @PermitAll permits requests without a user
        return "";
    }
}
