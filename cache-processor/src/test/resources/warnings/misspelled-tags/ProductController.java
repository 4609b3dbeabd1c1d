package warnings;

import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;

@Controller("/products")
class ProductController {

    @Get
    @HttpCached(ttl = "1m", resultTags = {"product:*", "shelf:*:top"})
    String list(CacheTags tags) {
        return "";
    }

    @Get("/{id}")
    @HttpCached(ttl = "1m", tags = "product:{id}")
    String show(long id) {
        return "";
    }

    @Get("/undeclared")
    @HttpCached(ttl = "1m")
    String undeclared(CacheTags tags) {
        return "";
    }

    @Put("/{id}")
    @HttpCacheInvalidate(tags = {"product:{id}", "product:all", "shelf:{id}:top"})
    void update(long id) {}

    @Delete("/{number}")
    @HttpCacheInvalidate(tags = "prodcut:{number}")
    void delete(long number) {} // warning: The tag "prodcut:{number}" is invalidated, but no cached route declares it

    @Patch("/{id}")
    @HttpCacheInvalidate(tags = "shelf:{id}:last")
    void change(long id) {} // warning: The tag "shelf:{id}:last" is invalidated, but no cached route declares it

    @Post("/import")
    @HttpCacheInvalidate(tags = "unrelated")
    void importAll() {} // warning: The tag "unrelated" is invalidated, but no cached route declares it
}
