package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;

@Controller
class ProfileController {

    @Get("/profiles/{name}")
    @HttpCached(ttl = "1m")
    String profile(String name) {
        return name;
    }

    @Put("/profiles/{name}")
    void update(String name) {}

    @Patch("/profiles/{id}")
    void rename(long id) {} // warning: rename handles PATCH and does not invalidate the responses of profile

    @Post("/profiles/{user}/follow")
    void follow(String user) {} // warning: follow handles POST and does not invalidate the responses of profile

    @Delete("/profiles/{name}/follow")
    @HttpCacheInvalidate(paths = "/profiles/{name}")
    void unfollow(String name) {}

    @Post("/profiles/import")
    void importAll(@Body byte[] file) {} // warning: importAll handles POST and does not invalidate the responses of profile

    @Post("/profiles")
    void create(@Body String profile) {}

    @Post("/sessions")
    void logIn(@Body String password) {}
}
