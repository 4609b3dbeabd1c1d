package books

import io.httpcached.annotation.HttpCacheInvalidate
import io.httpcached.annotation.HttpCached
import io.httpcached.annotation.TypedHttpCache
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get
import io.micronaut.http.annotation.Put
import io.micronaut.http.annotation.QueryValue
import java.util.concurrent.atomic.AtomicInteger

@Controller("/books")
@TypedHttpCache
class BookController {

    private final AtomicInteger runs = new AtomicInteger()

    @Get("/{id}")
    @HttpCached(ttl = "1m", tags = ['book:{id}:$'])
    String show(long id, @QueryValue(defaultValue = "20") int limit) {
        answer("book $id, $limit")
    }

    @Put("/{id}")
    @HttpCacheInvalidate(tags = ['book:{id}:$'])
    void change(long id) {
    }

    private String answer(String what) {
        "$what, run ${runs.incrementAndGet()}"
    }
}
