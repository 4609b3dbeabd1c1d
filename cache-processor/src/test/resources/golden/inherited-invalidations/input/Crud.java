package golden;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;

interface Crud<T> {

    @Get("/{id}")
    @HttpCached(ttl = "10m", tags = {"items", "item:{id}"})
    T show(long id);

    @Put("/{id}")
    @HttpCacheInvalidate(tags = "item:{id}")
    T update(long id, @Body T item);

    @Patch("/{id}")
    @HttpCacheInvalidate(tags = "item:{id}")
    T change(long id, @Body T item);

    @Delete("/{id}")
    @Forgets
    void delete(long id);
}
