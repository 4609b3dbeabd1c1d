package unprocessed;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** A policy for all GET routes, none of which takes it. */
@Controller("/other")
@HttpCached(ttl = "1m")
@Requires(property = "scenario", value = "other")
class OtherController {

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
