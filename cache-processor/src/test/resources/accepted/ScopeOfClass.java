package accepted;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.annotation.security.PermitAll;
import java.security.Principal;

@Controller("/scope-of-class")
@HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
class ScopeOfClass {

    @Get("/unsaid")
    String unsaid() {
        return "";
    }

    @Get("/restricted")
    @Secured("ADMIN")
    String restricted() {
        return "";
    }

    @Get("/whoever-it-is")
    @PermitAll
    String whoeverItIs(@Nullable Principal user) {
        return "";
    }

    @Get("/public")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @HttpCached(scope = CacheScope.PUBLIC)
    String shared() {
        return "";
    }

    @Get("/excluded")
    @PermitAll
    @NoHttpCache
    String excluded() {
        return "";
    }
}
