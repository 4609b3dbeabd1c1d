package unprocessed;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

@Controller("/cached")
@HttpCached(ttl = "1m")
@Requires(property = "scenario", value = "cached")
class CachedController {

    @Get("/shown")
    String shown() {
        return "";
    }

    @Get("/hidden")
    @NoHttpCache
    String hidden() {
        return "";
    }

    @Post("/changed")
    String changed() {
        return "";
    }
}
