package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

@Controller("/{tenant}/products")
class ProductController {

    @Get("/{id}")
    @HttpCached(ttl = "10m", staleWhileRevalidate = "1m", tags = {"products", "product:{id}"})
    String show(String tenant, long id) {
        return tenant + id;
    }

    @Get("/code/{code:[a-z]+}.{format}")
    @HttpCached
    String byCode(@PathVariable("code") String productCode, String format) {
        return productCode + format;
    }

    @Get("/pages{/page}")
    @HttpCached
    String page(@PathVariable(defaultValue = "1") int page) {
        return "" + page;
    }

    @Get("/archive{/year}")
    @HttpCached
    String archive(@Nullable Integer year) {
        return "" + year;
    }

    @Get("/files/{+path}")
    @HttpCached
    String file(String path) {
        return path;
    }
}
