package golden;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.Map;

@Controller("/products")
class ProductController {

    @Get
    @HttpCached(ttl = "1m", tags = "products")
    String list() {
        return "";
    }

    @Get("/{id}")
    @HttpCached(ttl = "10m", tags = "product:{id}")
    String show(long id) {
        return "" + id;
    }

    @Put("/{id}")
    @HttpCacheInvalidate(
            tags = {"products", "product:{id}"},
            paths = {"/products/{id}/reviews", "/shops/{shop}/products/{id}"},
            namespace = "${catalog.namespace:catalog}",
            soft = true)
    String update(long id, @Header("X-Shop") String shop, @Body Map<String, Object> product) {
        return shop;
    }

    @Delete("/{id}")
    @HttpCacheInvalidate(tags = "products", soft = true)
    @HttpCacheInvalidate(tags = "product:{id}")
    @HttpCacheInvalidate(paths = "/sitemap.xml")
    HttpResponse<?> delete(long id, HttpRequest<?> request) {
        return HttpResponse.noContent();
    }

    @Post("/import")
    @HttpCacheInvalidate(namespace = "catalog")
    void importAll(@Body byte[] file) {}

    @CustomHttpMethod(method = "PURGE", value = "/{id}")
    @HttpCacheInvalidate(tags = "product:{id}")
    void purge(@Nullable Long id) {}

    @Get("/refresh")
    @HttpCacheInvalidate(tags = "products")
    void refresh() {}
}
