package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;

interface Catalog<T> {

    @Get("/{id}")
    @HttpCached(ttl = "10m", tags = "item:{id}")
    T show(long id);

    @Get("/all{?limit}")
    T all(@QueryValue(defaultValue = "20") int limit);

    @Get("/version")
    @HttpCached
    default String version() {
        return "1";
    }
}
