package errors;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.session.annotation.SessionValue;
import java.util.List;

@HttpCached
@Controller("/refused")
class SessionValues {

    @Get("/cart")
    @SessionValue("cart")
    List<String> cart() { // error: @HttpCached is on a method with @SessionValue
        return List.of();
    }

    @Get("/response")
    @HttpCached(ttl = "1m")
    @SessionValue
    HttpResponse<String> response() { // error: @HttpCached is on a method with @SessionValue
        return HttpResponse.ok("");
    }

    @Get("/excluded")
    @NoHttpCache
    @SessionValue("last")
    String excluded() {
        return "";
    }
}
