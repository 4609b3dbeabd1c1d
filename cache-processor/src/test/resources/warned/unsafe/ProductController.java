package warned;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;

@Controller("/products")
class ProductController {

    @Get("{?page}")
    @HttpCached(ttl = "1m")
    String list(int page) {
        return "";
    }

    @Get("/{id}")
    @HttpCached(ttl = "1m")
    String show(long id) {
        return "";
    }

    @Get("/uncached")
    String uncached() {
        return "";
    }

    @Post
    void create() {} // warning: create answers POST on the path of the cached list and has no @HttpCacheInvalidate

    @Put("/{productId}")
    void update(long productId) {} // warning: update answers PUT on the path of the cached show and has no @HttpCacheInvalidate

    @Patch("/{id}{?dry}")
    void change(long id, boolean dry) {} // warning: change answers PATCH on the path of the cached show and has no @HttpCacheInvalidate

    @Delete(uris = {"/elsewhere/{id}", "/{id}"})
    void delete(long id) {} // warning: delete answers DELETE on the path of the cached show and has no @HttpCacheInvalidate

    @Post("/{id}")
    @HttpCacheInvalidate(paths = "/products")
    void invalidating(long id) {}

    @Put("/uncached")
    void otherPath() {}

    @Put("/{id:[0-9]+}")
    void numbered(long id) {} // warning: numbered answers PUT on the path of the cached show and has no @HttpCacheInvalidate

    @Get("/codes/{code:[0-9]+}")
    @HttpCached(ttl = "1m")
    String code(int code) {
        return "";
    }

    @Put("/codes/{name:[a-z]+}")
    void otherCodes(String name) {}

    @Put("/codes/{code}/text")
    void otherTemplate(String code) {}

    @Delete("/codes/{code}")
    void deleteCode(String code) {} // warning: deleteCode answers DELETE on the path of the cached code and has no @HttpCacheInvalidate

    @Options("/{id}")
    void options(long id) {}

    @CustomHttpMethod(method = "PURGE", value = "/{id}")
    void purge(long id) {}

    @Controller("/products")
    static class OtherController {

        @Delete("/{id}")
        void delete(long id) {}
    }
}
