package typed;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Uses its own typed cache, which does not exist yet when the compiler reads this class. */
@Controller("/orders")
@TypedHttpCache
class OrderController {

    private final OrderControllerCache cache;

    OrderController(OrderControllerCache cache) {
        this.cache = cache;
    }

    @Get("/{id}")
    @HttpCached(ttl = "1m", tags = "order:{id}")
    String show(long id) {
        return "" + id;
    }

    void changed(long id) {
        cache.invalidateShow(id).join();
    }
}
