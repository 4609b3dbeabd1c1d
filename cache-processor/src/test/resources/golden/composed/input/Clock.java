package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Get;

interface Clock {

    @Get("/minute")
    @HttpCached(ttl = "1m", staleIfError = "5m")
    String minute();
}
