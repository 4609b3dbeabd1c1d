package books

import io.httpcached.annotation.HttpCached
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf

@Controller("/streams")
class StreamController {

    @Get
    @HttpCached(ttl = "1m")
    fun show(): Flow<String> = flowOf("a", "b")
}
