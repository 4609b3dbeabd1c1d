package unprocessed;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/invalidating")
@Requires(property = "scenario", value = "invalidating")
class InvalidatingController {

    @Post("/change")
    @HttpCacheInvalidate(tags = "one")
    @HttpCacheInvalidate(tags = "other")
    String change() {
        return "";
    }
}
