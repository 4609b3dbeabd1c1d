package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Get;
import java.util.List;

@HttpCached(ttl = "5m")
abstract class CrudController<T, K> {

    @Get("/{id}")
    @HttpCached(tags = "entity:{id}")
    T show(K id) {
        return find(id);
    }

    @Get
    List<T> list() {
        return List.of();
    }

    @Get("/latest")
    @HttpCached(ttl = "5s")
    abstract T latest();

    abstract T find(K id);
}
