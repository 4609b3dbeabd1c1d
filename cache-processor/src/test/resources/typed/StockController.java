package typed;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Uses its own typed cache, which does not exist yet when the compiler reads this class. */
@Controller("/stocks")
@TypedHttpCache
class StockController {

    private final StockControllerCache cache;

    StockController(StockControllerCache cache) {
        this.cache = cache;
    }

    @Get("/{id}")
    @HttpCached(ttl = "1m", tags = "stock:{id}")
    String show(long id) {
        return "" + id;
    }

    void changed(long id) {
        cache.invalidateShow(id).join();
    }
}
