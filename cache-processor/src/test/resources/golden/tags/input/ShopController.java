package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;

@Controller("/shops")
@SuppressWarnings("httpcached:unbounded-query")
class ShopController {

    @Get("/{country}/{id}")
    @HttpCached(ttl = "1m", tags = {"shops", "shop:{country}/{shopId}", "{country}", "say \"hello\" to {country}!"})
    String show(String country, @PathVariable("id") int shopId) {
        return country + shopId;
    }

    @Get("/near{/city}")
    @HttpCached(ttl = "1m", tags = "city:{city};limit:{limit};sort:{sortBy};lang:{lang};theme:{theme}")
    String near(
            @Nullable String city,
            @QueryValue(defaultValue = "20") int limit,
            @Nullable String sortBy,
            @Header(defaultValue = "en") String lang,
            @CookieValue String theme) {
        return city;
    }
}
