package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.cookie.Cookie;

@Controller("/greeting")
class GreetingController {

    @Get
    @HttpCached(ttl = "1h", vary = {"X-Tenant", "accept-language"}, tags = "greeting:{lang}")
    String greet(@Header(name = "Accept-Language", defaultValue = "en") String lang, @Header("X-Tenant") String xTenant) {
        return lang + xTenant;
    }

    @Get("/named-by-parameter")
    @HttpCached(ttl = "1h", tags = "region:{shopRegion}")
    String named(@Header String shopRegion) {
        return shopRegion;
    }

    @Get("/cookies")
    @HttpCached(ttl = "1h")
    String cookies(@CookieValue("theme") @Nullable String colors, @CookieValue(defaultValue = "A") String group, @Nullable Cookie seen) {
        return colors + group + seen;
    }
}
