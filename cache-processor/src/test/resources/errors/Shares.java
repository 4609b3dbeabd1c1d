package errors;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/refused")
class Shares {

    @Get("/whole")
    @HttpCached(ttl = "1m", jitter = "100%")
    String whole() { // error: @HttpCached(jitter = "100%") is not a share of a lifetime
        return "";
    }

    @Get("/text")
    @HttpCached(ttl = "1m", refreshAhead = "a fifth")
    String text() { // error: @HttpCached(refreshAhead = "a fifth") is not a share of a lifetime
        return "";
    }

    @Get("/negative")
    @HttpCached(ttl = "1m", jitter = "-5s", refreshAhead = "-20%")
    String negative() { // error: @HttpCached(jitter = "-5s") is not a share of a lifetime // error: @HttpCached(refreshAhead = "-20%") is not a share of a lifetime
        return "";
    }

    @Get("/fraction")
    @HttpCached(ttl = "1m", jitter = "1500ms")
    String fraction() { // error: @HttpCached(jitter = "1500ms") is not a whole number of seconds
        return "";
    }

    @Get("/all-of-it")
    @HttpCached(ttl = "1m", refreshAhead = "60s")
    String allOfIt() { // error: @HttpCached(refreshAhead = "60s") is not shorter than the ttl of 1m
        return "";
    }

    @Get("/too-small")
    @HttpCached(ttl = "9s", jitter = "10%")
    String tooSmall() { // error: @HttpCached(jitter = "10%") is less than a second of the ttl of 9s
        return "";
    }

    @Get("/of-nothing")
    @HttpCached(ttl = "0s", staleWhileRevalidate = "1m", refreshAhead = "50%")
    String ofNothing() { // error: @HttpCached(refreshAhead = "50%") is less than a second of the ttl of 0s
        return "";
    }
}
