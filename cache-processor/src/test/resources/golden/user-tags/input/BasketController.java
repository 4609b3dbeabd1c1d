package golden;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.util.Optional;

@Controller("/baskets")
class BasketController {

    @Get
    @HttpCached(ttl = "1m", tags = "basket:{user}")
    String show(Principal principal) {
        return principal.getName();
    }

    @Get("/guest")
    @HttpCached(ttl = "1m", tags = {"baskets", "basket:{user}"})
    String guest(Optional<Principal> user) {
        return "" + user;
    }

    @Get("/of/{user}")
    @HttpCached(ttl = "1m", tags = "basket:{user}")
    String ofParameter(long user) {
        return "" + user;
    }

    @Post("/{product}")
    @HttpCacheInvalidate(tags = "basket:{user}", paths = "/history/{user}/{product}")
    void add(long product, Authentication authentication) {}
}
