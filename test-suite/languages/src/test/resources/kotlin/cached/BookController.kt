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

    private val runs = AtomicInteger()

    @Get("/{id}")
    @HttpCached(ttl = "1m", tags = ["book:{id}:\$"])
    fun show(id: Long, @QueryValue(defaultValue = "20") limit: Int): String = answer("book $id, $limit")

    @Get("/suspended/{id}")
    @HttpCached(ttl = "1m")
    suspend fun suspended(id: Long): String = answer("suspended $id")

    @Get("/defaulted")
    @HttpCached(ttl = "1m")
    fun defaulted(@QueryValue limit: Int = 5, @QueryValue size: Int?): String = answer("limit $limit, size $size")

    @Get("/listed")
    @HttpCached(ttl = "1m")
    fun listed(@QueryValue ids: List<Int>, @QueryValue flag: Boolean?, @QueryValue name: Array<String>?): List<Int> = ids

    @Put("/{id}")
    @HttpCacheInvalidate(tags = ["book:{id}:\$"])
    fun change(id: Long) {
    }

    private fun answer(what: String) = "$what, run ${runs.incrementAndGet()}"
}
