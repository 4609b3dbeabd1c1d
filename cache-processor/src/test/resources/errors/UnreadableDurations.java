package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class UnreadableDurations {

    @Get("/ttl")
    @HttpCached(ttl = "10 minutes")
    String ttl() { // error: @HttpCached(ttl = "10 minutes") is not a duration
        return "";
    }

    @Get("/client-ttl")
    @HttpCached(clientTtl = "ten")
    String clientTtl() { // error: @HttpCached(clientTtl = "ten") is not a duration
        return "";
    }

    @Get("/stale-while-revalidate")
    @HttpCached(staleWhileRevalidate = "1m1h")
    String staleWhileRevalidate() { // error: @HttpCached(staleWhileRevalidate = "1m1h") is not a duration
        return "";
    }

    @Get("/stale-if-error")
    @HttpCached(staleIfError = "PT")
    String staleIfError() { // error: @HttpCached(staleIfError = "PT") is not a duration
        return "";
    }
}
