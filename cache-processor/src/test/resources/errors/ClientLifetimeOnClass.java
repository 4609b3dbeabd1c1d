package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(ttl = "10m", clientTtl = "1h")
class ClientLifetimeOnClass { // error: @HttpCached(clientTtl = "1h") is longer than the ttl of 10m

    @Get("/one")
    String one() {
        return "";
    }

    @Get("/two")
    String two() {
        return "";
    }
}
