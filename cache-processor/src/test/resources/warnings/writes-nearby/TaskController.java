package warnings;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.UUID;

@Controller("/tasks")
@HttpCached(ttl = "1m", namespace = "tasks")
class TaskController {

    @Get("/{id}")
    String show(UUID id) {
        return "" + id;
    }

    @Get(uris = {"/{id}/label", "/{id}/label.txt"})
    String label(UUID id) {
        return "" + id;
    }

    @Get("/search/{text}")
    String search(String text) {
        return text;
    }

    @Patch("/{id}/state")
    void state(UUID id) {} // warning: state handles PATCH and does not invalidate the responses of show, label

    @Delete("/{id}")
    @HttpCacheInvalidate(namespace = "tasks")
    void delete(UUID id) {}

    @Controller("/boards/{board}")
    @HttpCached(ttl = "1m")
    static class BoardController {

        @Get("/columns/{column}")
        String show(long board, int column) {
            return "";
        }

        @Put("/columns/{column}")
        void update(long board, int column) {}

        @Post("/archive")
        void archive(long board) {} // warning: archive handles POST and does not invalidate the responses of show
    }

    @Controller
    @HttpCached(ttl = "1m")
    static class RootController {

        @Get("/lanes/{id}")
        String lane(long id) {
            return "" + id;
        }

        @Post("/imports")
        void importAll() {} // warning: importAll handles POST and does not invalidate the responses of lane
    }
}
