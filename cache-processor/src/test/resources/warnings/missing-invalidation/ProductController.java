package warnings;

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
    void create() {}

    @Put("/{productId}")
    void update(long productId) {} // warning: update handles PUT and does not invalidate the responses of list

    @Patch("/{id}{?dry}")
    void change(long id, boolean dry) {} // warning: change handles PATCH and does not invalidate the responses of list

    @Delete(uris = {"/elsewhere/{id}", "/{id}"})
    void delete(long id) {} // warning: delete handles DELETE and does not invalidate the responses of list, show

    @Post("/{id}")
    @HttpCacheInvalidate(paths = "/products")
    void invalidating(long id) {}

    @Put("/uncached")
    void otherPath() {} // warning: otherPath handles PUT and does not invalidate the responses of list, show

    @Put("/{id:[0-9]+}")
    void numbered(long id) {} // warning: numbered handles PUT and does not invalidate the responses of list

    @Get("/codes/{code:[0-9]+}")
    @HttpCached(ttl = "1m")
    String code(int code) {
        return "";
    }

    @Put("/codes/{name:[a-z]+}")
    void otherCodes(String name) {} // warning: otherCodes handles PUT and does not invalidate the responses of list, code

    @Put("/codes/{code}/text")
    void otherTemplate(String code) {} // warning: otherTemplate handles PUT and does not invalidate the responses of list, code

    @Delete("/codes/{code}")
    void deleteCode(String code) {} // warning: deleteCode handles DELETE and does not invalidate the responses of list

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
