package accepted;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Ignored parameters of a controller have an effect if the key of one of its routes takes the whole query. */
@Controller("/ignored-queries")
@HttpCached(ignoredParameters = {"utm_*", "fbclid"})
class IgnoredQueries {

    @Get("/plain")
    String plain() {
        return "";
    }

    @Get("/uri")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String uri() {
        return "";
    }

    @Get("/none")
    @HttpCached(keySource = KeySource.REQUEST_URI, ignoredParameters = {})
    String none() {
        return "";
    }

    @Get("/parameters")
    @HttpCached(ignoredParameters = "a*")
    @SuppressWarnings("httpcached:unbounded-query")
    String parameters(HttpParameters parameters) {
        return "";
    }
}
