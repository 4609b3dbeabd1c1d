package books

import io.httpcached.annotation.HttpCached
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get

@Controller("/versions")
class VersionController {

    @Get
    @HttpCached(ttl = "1m", version = String)
    String show() { "" }
}
