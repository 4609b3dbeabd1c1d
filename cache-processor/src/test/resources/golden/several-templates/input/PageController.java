package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/pages")
@HttpCached(ttl = "1m")
class PageController {

    @Get(uris = {"/by-name/{name}", "/by-title/{title}"})
    String show(@Nullable String name, @Nullable String title) {
        return name + title;
    }

    @Get("${pages.home:/home}")
    String home() {
        return "";
    }
}
