package books

import io.httpcached.annotation.HttpCached
import io.micronaut.http.annotation.Body
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get

@Controller("/bodies")
class BodyController {

    @Get
    @HttpCached(ttl = "1m")
    String show(@Body String text) { text }
}
