package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

@Controller("/home")
@HttpCached(ttl = "1m")
class HomeController {

    @Get("/{id}")
    @Produces("text/html")
    String page(long id) {
        return "<p>" + id;
    }

    @Get("/{number}{?verbose}")
    String data(long number, boolean verbose) {
        return "" + number + verbose;
    }

    @Get
    @Produces("text/html")
    String index() {
        return "";
    }

    @Get("/")
    @Produces("text/csv")
    @NoHttpCache
    String export() {
        return "";
    }

    @Get("/help")
    String help() {
        return "";
    }

    @Post("/help")
    @SuppressWarnings("httpcached:missing-invalidation")
    String ask() {
        return "";
    }
}
