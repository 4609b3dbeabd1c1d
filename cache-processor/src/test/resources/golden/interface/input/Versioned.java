package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Get;

@HttpCached(ttl = "1d")
interface Versioned {

    @Get("/version")
    String version();
}
