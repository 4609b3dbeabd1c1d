package errors;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.util.Optional;

@Controller("/refused")
class Users {

    @Get("/principal")
    @HttpCached(scope = CacheScope.PUBLIC)
    String principal(
            Principal principal) { // error: The parameter 'principal' receives the user, and the scope is PUBLIC
        return "";
    }

    @Get("/authentication")
    @HttpCached(scope = CacheScope.PUBLIC)
    String authentication(
            @Nullable Authentication authentication) { // error: The parameter 'authentication' receives the user, and the scope is PUBLIC
        return "";
    }

    @Get("/optional")
    @HttpCached(scope = CacheScope.PUBLIC)
    String optional(
            Optional<Principal> user) { // error: The parameter 'user' receives the user, and the scope is PUBLIC
        return "";
    }
}
