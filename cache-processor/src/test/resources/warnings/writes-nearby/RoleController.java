package warnings;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;

@Controller("/roles")
class RoleController {

    @Get("/options")
    @HttpCached(ttl = "1h")
    String options() {
        return "";
    }

    @Put("/options")
    void change() {}

    @Delete("/{id}")
    void delete(long id) {} // warning: delete handles DELETE and does not invalidate the responses of options
}
