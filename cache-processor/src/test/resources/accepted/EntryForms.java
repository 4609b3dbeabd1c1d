package accepted;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/forms")
class EntryForms {

    @Get("/json")
    @HttpCached(ttl = "1m", backend = "redis", codec = "json")
    String json() {
        return "";
    }

    @Get("/of-any-store")
    @HttpCached(ttl = "1m", codec = "${forms.codec:gzip}")
    String ofAnyStore() {
        return "";
    }

    @Get("/memory")
    @HttpCached(ttl = "1m", backend = "memory")
    String memory() {
        return "";
    }
}
