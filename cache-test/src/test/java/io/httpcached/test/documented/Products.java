package io.httpcached.test.documented;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The routes that the documented tests are about. */
@Controller
@Requires(missingProperty = "scenario")
@Secured(SecurityRule.IS_ANONYMOUS)
class Products {

    private final Map<Long, String> names = new ConcurrentHashMap<>();

    @Get("/products/{id}")
    @HttpCached(ttl = "10m", staleWhileRevalidate = "1m", tags = "product:{id}")
    Map<String, String> show(long id) {
        return Map.of("name", names.getOrDefault(id, "none"));
    }

    @Put("/products/{id}")
    @HttpCacheInvalidate(tags = "product:{id}")
    void change(long id, @Body Map<String, String> change) {
        names.put(id, change.getOrDefault("name", "none"));
    }

    @Get("/account")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @HttpCached(ttl = "1m")
    Map<String, String> account(Principal user) {
        return Map.of("user", user.getName());
    }
}
