package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;

@Controller("/tenants")
@HttpCached(ttl = "10m")
class TenantController {

    /** No host: a client cannot flood the cache with any. */
    @Get("/{id}")
    String show(long id) {
        return "";
    }

    @Get("/{id}/logo")
    @HttpCached(vary = "Host")
    String logo(long id) {
        return "";
    }

    @Get("/{id}/name")
    String name(long id, @Header("Host") String host) {
        return "";
    }

    @Get("/{id}/links")
    @HttpCached(keySource = KeySource.REQUEST_URI)
    String links(HttpRequest<?> request) {
        return "";
    }
}
