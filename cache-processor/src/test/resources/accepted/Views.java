package accepted;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.UnkeyedReads;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.views.View;
import java.util.Locale;
import java.util.Map;

@Controller("/views")
@HttpCached(ttl = "1m")
class Views {

    @View("page")
    @Get("/locale")
    Map<String, Object> locale(@Nullable Locale locale) {
        return Map.of();
    }

    @View("page")
    @Get("/header")
    Map<String, Object> header(@Nullable @Header("accept-language") String languages) {
        return Map.of();
    }

    @View("page")
    @Get("/varying")
    @HttpCached(vary = "accept-language")
    Map<String, Object> varying() {
        return Map.of();
    }

    @View("page")
    @Get("/observed")
    @HttpCached(unkeyedReads = UnkeyedReads.VARY)
    Map<String, Object> observed() {
        return Map.of();
    }
}
