package accepted;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.security.Principal;

@Controller("/restricted")
@Secured("EDITOR")
class Restricted {

    @Get("/same-for-all")
    @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
    String sameForAll() {
        return "";
    }

    @Get("/one-a-user")
    @HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
    String oneAUser() {
        return "";
    }

    @Get("/principal")
    @HttpCached(ttl = "1m")
    String principal(Principal user) {
        return "";
    }

    @Get("/authentication")
    @HttpCached(ttl = "1m")
    String authentication(@Nullable Authentication user) {
        return "";
    }

    @Get("/roles")
    @RolesAllowed("ADMIN")
    @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
    String roles() {
        return "";
    }

    @Get("/known")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
    String known() {
        return "";
    }

    @Get("/anybody")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @HttpCached(ttl = "1m")
    String anybody() {
        return "";
    }

    @Get("/permitted")
    @PermitAll
    @HttpCached(ttl = "1m")
    String permitted() {
        return "";
    }

    @Get("/uncached")
    String uncached() {
        return "";
    }

    @SuppressWarnings("httpcached:missing-invalidation")
    @Post("/orders")
    String order() {
        return "";
    }
}
