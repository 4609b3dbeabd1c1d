package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class ClientLifetimes {

    @Get("/longer")
    @HttpCached(ttl = "1m", clientTtl = "PT1M1S")
    String longer() { // error: @HttpCached(clientTtl = "PT1M1S") is longer than the ttl of 1m
        return "";
    }

    @Get("/none")
    @HttpCached(ttl = "0s", clientTtl = "1s", staleIfError = "1h")
    String none() { // error: @HttpCached(clientTtl = "1s") is longer than the ttl of 0s
        return "";
    }
}
