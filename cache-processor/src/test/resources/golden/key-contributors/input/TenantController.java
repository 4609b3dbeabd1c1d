package golden;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.annotation.KeySource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;

@Controller("/tenants")
@HttpCached(key = TenantController.TenantKey.class)
class TenantController {

    @Get("/{id}")
    String ofController(long id) {
        return "";
    }

    @Get("/replaced")
    @HttpCached(
            ttl = "1m",
            key = {TenantController.TenantKey.class, GroupKey.class},
            keySource = KeySource.REQUEST_URI,
            ignoredParameters = {"utm_*", "fbclid"})
    String replaced() {
        return "";
    }

    @Get("/removed")
    @HttpCached(key = {})
    String removed() {
        return "";
    }

    @Singleton
    static class TenantKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of("tenant");
        }
    }
}
