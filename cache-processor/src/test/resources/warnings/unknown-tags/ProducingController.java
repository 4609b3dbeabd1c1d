package warnings;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/products")
@HttpCached(tags = "catalog")
class ProducingController {

    @Get
    String list() {
        return "";
    }

    @Get("/{id}")
    @HttpCached(tags = {"product:{id}", "list:{id}:detail"})
    String show(long id) {
        return "";
    }

    @Get("/uncached")
    @NoHttpCache
    String uncached() {
        return "";
    }
}
