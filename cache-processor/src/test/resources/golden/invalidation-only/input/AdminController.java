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

    @Post("/clear/by-name/{clearEvicted}")
    @HttpCacheInvalidate(paths = "/pages/{clearEvicted}")
    void clearEvicted(String clearEvicted) {}
}
