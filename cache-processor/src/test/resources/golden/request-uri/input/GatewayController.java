package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import org.reactivestreams.Publisher;

@Controller
@HttpCached(keySource = KeySource.REQUEST_URI, vary = "Accept-Encoding")
class GatewayController {

    @Get("/proxy/{+path}")
    Publisher<HttpResponse<byte[]>> proxy(String path, HttpRequest<?> request) {
        throw new UnsupportedOperationException();
    }

    @Get(value = "/search", produces = {"application/json", "text/html"})
    String search(
            @QueryValue String q,
            @Header("X-Tenant") String xTenant,
            @CookieValue @Nullable String theme,
            HttpHeaders headers) {
        return q + xTenant + theme;
    }
}
