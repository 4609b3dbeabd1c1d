package errors;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.security.Principal;

@Controller("/refused")
@HttpCached(scope = CacheScope.PUBLIC, keySource = KeySource.REQUEST_URI)
class UserUnderClassPolicy {

    @Get
    String show(
            Principal principal) { // error: The parameter 'principal' receives the user, and the scope is PUBLIC
        return "";
    }
}
