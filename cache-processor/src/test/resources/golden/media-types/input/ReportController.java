package golden;

import io.httpcached.annotation.HttpCached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;

@Controller(value = "/reports", produces = {"application/json", "text/csv"})
class ReportController {

    @Get("/{id}")
    @HttpCached(ttl = "1m")
    String show(long id, @Header("Accept-Language") String language) {
        return id + language;
    }

    @Get(value = "/summary", produces = "text/plain")
    @HttpCached(ttl = "1m")
    String summary() {
        return "";
    }

    @Get("/chart")
    @Produces({"image/svg+xml", "image/png"})
    @HttpCached(ttl = "1m", vary = "Accept")
    byte[] chart() {
        return new byte[0];
    }
}
