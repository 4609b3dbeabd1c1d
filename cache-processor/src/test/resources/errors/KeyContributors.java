package errors;

import io.httpcached.annotation.CacheKeyContributor;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;

@Controller("/refused")
class KeyContributors {

    @Get("/all-routes")
    @HttpCached(key = {TenantKey.class, PreviewKey.class})
    String allRoutes() { // error: @HttpCached(key = errors.KeyContributors.PreviewKey.class) names a contributor to the keys of all routes
        return "";
    }

    @Get("/repeated")
    @HttpCached(key = {TenantKey.class, TenantKey.class})
    String repeated() { // error: @HttpCached(key = errors.KeyContributors.TenantKey.class) is repeated
        return "";
    }

    @Singleton
    static class TenantKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of("tenant");
        }
    }

    @Singleton
    static class PreviewKey implements CacheKeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.notCacheable("preview");
        }
    }
}
