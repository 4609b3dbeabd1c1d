package golden;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/admin")
class AdminController {

    @Post("/clear")
    @HttpCacheInvalidate(tags = "pages")
    void clear() {}

    @Post("/clear/{page}")
    @HttpCacheInvalidate(tags = "page:{page}")
    void clear(int page) {}

    @Post("/clear/by-name/{clearInvalidated}")
    @HttpCacheInvalidate(paths = "/pages/{clearInvalidated}")
    void clearInvalidated(String clearInvalidated) {}
}
