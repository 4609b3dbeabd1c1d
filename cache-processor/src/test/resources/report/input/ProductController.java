package report;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;

@Controller("/products/")
@HttpCached(ttl = "10m", staleWhileRevalidate = "1m", backend = "redis", namespace = "shop")
class ProductController {

    @Get("{?category*}")
    @HttpCached(clientTtl = "0s", resultTags = "order:*")
    String list(
            @QueryValue(defaultValue = "20") int limit,
            @QueryValue(defaultValue = "") String order,
            List<String> category,
            CacheTags tags) {
        return order;
    }

    @Get("/{id}")
    @HttpCached(
            tags = {"products", "product:{id}"},
            vary = "X-Currency",
            statuses = {200, 404},
            jitter = "1m",
            refreshAhead = "20%",
            staleIfError = "1h",
            staleAfter = "200ms")
    String show(long id, @Header("X-Region") String region, @CookieValue("theme") String theme) {
        return region;
    }

    @Get(value = "/{id}/label", produces = {"text/html", "application/json"})
    @HttpCached(
            ttl = "${labels.ttl:1d}",
            staleIfError = "1h",
            requestDirectives = RequestDirectives.IGNORE,
            unkeyedReads = UnkeyedReads.FAIL,
            policy = "labels",
            tags = "gr\u00f6\u00dfe|\"{id}\"\\`")
    String label(long id) {
        return "";
    }

    @Put("/{id}")
    @HttpCacheInvalidate(tags = {"product:{id}", "order:{id}"})
    @HttpCacheInvalidate(paths = {"/products/{id}/label", "/"}, soft = true)
    String update(long id, @Body Map<String, Object> product) {
        return "";
    }

    @Delete("/{id}")
    @HttpCacheInvalidate(tags = "products")
    void delete(long id) {}

    @Post("/import")
    @HttpCacheInvalidate(namespace = "shop")
    void importAll(@Body byte[] file) {}
}
