package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class SoftTimeouts {

    @Get("/zero")
    @HttpCached(ttl = "1m", staleIfError = "1h", staleAfter = "0s")
    String zero() { // error: @HttpCached(staleAfter = "0s") is not a duration of at least 1ms
        return "";
    }

    @Get("/text")
    @HttpCached(ttl = "1m", staleIfError = "1h", staleAfter = "a moment")
    String text() { // error: @HttpCached(staleAfter = "a moment") is not a duration of at least 1ms
        return "";
    }

    @Get("/negative")
    @HttpCached(ttl = "1m", staleIfError = "1h", staleAfter = "-1s")
    String negative() { // error: @HttpCached(staleAfter = "-1s") is not a duration of at least 1ms
        return "";
    }

    @Get("/microsecond")
    @HttpCached(ttl = "1m", staleIfError = "1h", staleAfter = "PT0.000001S")
    String microsecond() { // error: @HttpCached(staleAfter = "PT0.000001S") is not a duration of at least 1ms
        return "";
    }
}
