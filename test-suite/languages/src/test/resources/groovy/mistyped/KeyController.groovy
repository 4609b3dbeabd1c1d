package books

import io.httpcached.annotation.HttpCached
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get

@Controller("/keys")
class KeyController {

    @Get
    @HttpCached(ttl = "1m", key = String)
    String show() { "" }
}
