package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@Controller("/items")
@TypedHttpCache
@HttpCached(ttl = "10m")
class ItemController {

    @Get("{?page}")
    @HttpCached(tags = "items")
    String list(@QueryValue(defaultValue = "0") int page) {
        return "";
    }

    @Get("/{id}")
    @HttpCached(tags = {"item:{id}", "items"})
    String show(long id) {
        return "";
    }

    /** The same name and types as the method above: one method invalidates both. */
    @Get("/drafts/{draft}")
    String show(@PathVariable("draft") long number, @Nullable Principal principal) {
        return "";
    }

    @Get("/by-code/{code}")
    @HttpCached(tags = "item:{code}")
    String show(UUID code) {
        return "";
    }

    @Get("/{shop}/{kind}/price{/day}")
    @HttpCached(tags = {"price of {kind} at {price} on {day}", "shop:{shop}/{kind}"})
    String price(
            String shop, Kind kind, Optional<LocalDate> day, @QueryValue @Nullable BigDecimal price) {
        return "";
    }

    @Get("/archive{/year,month}")
    String archive(@PathVariable @Nullable Integer year, @PathVariable(defaultValue = "1") int month) {
        return "";
    }

    @Get("/details/{id}/{class}")
    @HttpCached(tags = {"{user}", "item-{lang}", "say \"*/ \\u002f\" {lang}", "gr\u00f6\u00dfe \ud83d\ude00:{lang}"})
    String details(
            @RequestBean Detail detail,
            @PathVariable("id") String text,
            @Header(defaultValue = "en") String lang,
            Principal principal) {
        return "";
    }

    @Get("/typed/{id}")
    String typed(Id<Kind> id) {
        return "";
    }

    enum Kind {
        NEW
    }

    record Id<T>(String text) {}

    @Introspected
    record Detail(@PathVariable long id) {}
}
