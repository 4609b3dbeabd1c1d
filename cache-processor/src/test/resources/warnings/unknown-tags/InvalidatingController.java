package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/import")
class InvalidatingController {

    @Post("/produced/{number}")
    @HttpCacheInvalidate(tags = {"catalog", "product:{number}", "product:42", "pro{number}", "list:{number}"})
    void produced(long number) {}

    @Post("/unproduced/{number}")
    @HttpCacheInvalidate(tags = {"catalogue", "product:{number}"})
    @HttpCacheInvalidate(tags = "products:{number}", paths = "/somewhere")
    void unproduced(long number) {} // warning: The tag "catalogue" is invalidated, but no cached route declares it // warning: The tag "products:{number}" is invalidated, but no cached route declares it

    @Post("/elsewhere")
    @HttpCacheInvalidate(paths = "/somewhere", namespace = "elsewhere")
    void withoutTags() {}
}
