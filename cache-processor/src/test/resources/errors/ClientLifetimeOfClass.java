package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
@HttpCached(ttl = "1h", clientTtl = "10m")
class ClientLifetimeOfClass {

    @Get("/shorter")
    @HttpCached(ttl = "5m")
    String shorter() { // error: @HttpCached(clientTtl = "10m") is longer than the ttl of 5m
        return "";
    }

    @Get("/as-the-class")
    String asTheClass() {
        return "";
    }
}
