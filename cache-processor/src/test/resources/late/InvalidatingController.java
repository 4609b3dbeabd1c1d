package late;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/import")
class InvalidatingController {

    @Post
    @HttpCacheInvalidate(tags = "products")
    void run() {}
}
