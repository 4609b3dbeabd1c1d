package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import kotlin.coroutines.Continuation;

/** As Kotlin compiles {@code suspend fun show(id: Long): String}: the continuation is a parameter, and no input. */
@Controller("/suspend")
@HttpCached(ttl = "10m")
@SuppressWarnings("httpcached:unbounded-query")
class SuspendController {

    @Get("/{id}")
    Object show(long id, Continuation<? super String> continuation) {
        return "";
    }

    @Get("/search")
    Object search(@QueryValue String text, Continuation<? super String> continuation) {
        return "";
    }
}
