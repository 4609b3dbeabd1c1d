package golden;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.ServerAuthentication;
import java.security.Principal;
import java.util.Optional;

@Controller("/account")
@HttpCached(ttl = "1m")
class AccountController {

    @Get
    String show(Principal principal) {
        return principal.getName();
    }

    @Get("/orders{?page}")
    String orders(Authentication authentication, int page) {
        return authentication.getName() + page;
    }

    @Get("/hello")
    String hello(@Nullable ServerAuthentication authentication) {
        return "" + authentication;
    }

    @Get("/menu")
    String menu(Optional<Principal> principal) {
        return "" + principal;
    }

    @Get("/inbox")
    @HttpCached(scope = CacheScope.PRIVATE)
    String inbox() {
        return "";
    }

    @Get("/terms")
    @HttpCached(scope = CacheScope.PUBLIC)
    String terms() {
        return "";
    }
}
