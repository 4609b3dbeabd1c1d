package errors;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.annotation.security.PermitAll;

@Controller("/refused")
@HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
class PrivateForEverybody {

    @Get("/secured")
    @Secured(SecurityRule.IS_ANONYMOUS)
    String secured() { // error: The scope is PRIVATE, and @Secured permits requests without a user
        return "";
    }

    @Get("/one-of-two")
    @Secured({"ADMIN", SecurityRule.IS_ANONYMOUS})
    String oneOfTwo() { // error: The scope is PRIVATE, and @Secured permits requests without a user
        return "";
    }

    @Get("/permitted")
    @PermitAll
    String permitted() { // error: The scope is PRIVATE, and @PermitAll permits requests without a user
        return "";
    }
}
