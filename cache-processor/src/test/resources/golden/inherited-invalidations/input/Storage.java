package golden;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import java.util.List;

abstract class Storage<T> {

    @Post("/restore/{name}")
    @HttpCacheInvalidate(tags = "items", paths = "/backups/{name}")
    void restore(String name, @Body List<T> items) {}
}
