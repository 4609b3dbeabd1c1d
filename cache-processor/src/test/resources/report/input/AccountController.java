package report;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.security.Principal;

@TypedHttpCache
@Controller("/account")
class AccountController {

    @Get
    @HttpCached(ttl = "1m")
    String overview(Principal user) {
        return user.getName();
    }

    @Get("/terms")
    @HttpCached(ttl = "1d", scope = CacheScope.PUBLIC)
    String terms() {
        return "";
    }
}
