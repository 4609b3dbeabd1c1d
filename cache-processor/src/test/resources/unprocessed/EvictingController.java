package unprocessed;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/evicting")
@Requires(property = "scenario", value = "evicting")
class EvictingController {

    @Post("/change")
    @HttpCacheInvalidate(tags = "one")
    @HttpCacheInvalidate(tags = "other")
    String change() {
        return "";
    }
}
