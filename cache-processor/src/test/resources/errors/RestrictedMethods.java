package errors;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

@Controller("/refused")
class RestrictedMethods {

    @Get("/role")
    @Secured("ADMIN")
    @HttpCached
    String role() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }

    @Get("/roles")
    @Secured({"ADMIN", "EDITOR"})
    @HttpCached(scope = CacheScope.AUTO)
    String roles() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }

    @Get("/known")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @HttpCached(ttl = "1m")
    String known() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }

    @Get("/nobody")
    @Secured({SecurityRule.IS_ANONYMOUS, SecurityRule.DENY_ALL})
    @HttpCached
    String nobody() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }

    @Get("/expression")
    @Secured("#{ user?.attributes?.get('plan') == 'gold' }")
    @HttpCached
    String expression() { // error: The method is restricted by @Secured, and the scope is AUTO
        return "";
    }
}
