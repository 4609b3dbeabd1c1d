package accepted;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.atomic.AtomicInteger;

@Controller("/places")
@HttpCached(ttl = "1m")
class Places extends Shared {

    private final AtomicInteger runs = new AtomicInteger();

    @Get
    String list() {
        return helper();
    }

    @Get(uris = {"/first", "/other"})
    String two() {
        return "";
    }

    @Get("/never")
    @NoHttpCache
    void never() {}

    @Post("/orders")
    @HttpCacheInvalidate(paths = "/places")
    String create() {
        return "";
    }

    @Delete("/orders")
    @SuppressWarnings("httpcached:missing-invalidation")
    void delete() {}

    @Error
    String problem(Exception problem) {
        return "";
    }

    String helper() {
        return "" + runs.incrementAndGet();
    }
}

abstract class Shared {

    @Get("/shared")
    @HttpCached(tags = "shared")
    String shared() {
        return "";
    }
}
