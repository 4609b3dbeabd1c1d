package accepted;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.util.Locale;

@Controller("/varying")
@HttpCached(ttl = "1m")
class Varying {

    @Get("/language")
    @HttpCached(vary = "Accept-Language")
    String language() {
        return "";
    }

    @Get("/several")
    @HttpCached(vary = {"X-Tenant", "Sec-CH-UA-Mobile"})
    String several() {
        return "";
    }

    @Get("/header")
    String header(@Header("Accept-Language") @Nullable String language) {
        return "";
    }

    @Get("/locale")
    String locale(@Nullable Locale locale) {
        return "" + locale;
    }

    @Get("/one-cookie")
    String oneCookie(@CookieValue("theme") @Nullable String theme) {
        return "";
    }

    @Get("/cookie-named-as-the-field")
    String cookieNamedAsTheField(@CookieValue("User-Agent") @Nullable String agent) {
        return "";
    }

    @Header(name = "Vary", value = "*")
    @Header(name = "Cache-Control", value = "no-store")
    @Get("/fields-for-clients")
    String fieldsForClients() {
        return "";
    }
}
