package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.format.Format;
import io.micronaut.data.model.Pageable;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Controller("/orders")
@HttpCached(ttl = "10m")
@SuppressWarnings("httpcached:unbounded-query")
class OrderController {

    @Get("/bean")
    String bean(@QueryValue Filter filter) {
        return "";
    }

    @Get("/optional")
    String optional(@QueryValue Optional<Filter> filter) {
        return "";
    }

    @Get("/map")
    String map(@QueryValue Map<String, String> filter) {
        return "";
    }

    @Get("/plain-map")
    String plainMap(Map<String, String> filter) {
        return "";
    }

    @Get("/exploded{?filter*}")
    String exploded(Filter filter) {
        return "";
    }

    @Get("/exploded-variable{?filter*}")
    String explodedVariable(@PathVariable Filter filter) {
        return "";
    }

    @Get("/exploded-array{?filter*}")
    String explodedArray(String[] filter) {
        return "";
    }

    /** The property is read in the language of the client. */
    @Get("/since")
    String since(@QueryValue Since since) {
        return "";
    }

    @Get("/deep")
    String deep(@Format("deep-object") @QueryValue List<String> filter) {
        return "";
    }

    @Get("/multi")
    String multi(@Format("MULTI") @QueryValue String filter) {
        return "";
    }

    @Get("/parameters")
    String parameters(HttpParameters parameters) {
        return "";
    }

    /** All parameters of the query hold the declared ones. */
    @Get("/pages/{shop}")
    String pages(String shop, @QueryValue(defaultValue = "new") String state, Pageable pageable) {
        return "";
    }

    @Introspected
    record Filter(@Nullable String text, int limit) {}

    @Introspected
    record Since(Date date) {}
}
