package io.httpcached.test;

import io.httpcached.HttpCache;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.annotation.VersionSource;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The application of the tests. */
@Controller("/shop")
@Requires(property = "scenario", value = "shop")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_PLAIN)
class Shop {

    private final AtomicInteger runs = new AtomicInteger();
    private final HttpCache cache;

    Shop(HttpCache cache) {
        this.cache = cache;
    }

    /** An item, of which the change of another one leaves the entry. */
    @Get("/items/{id}")
    @HttpCached(ttl = "10m", tags = "item:{id}")
    String item(long id) {
        return "item " + id + " of run " + runs.incrementAndGet();
    }

    @Put("/items/{id}")
    @HttpCacheInvalidate(tags = "item:{id}")
    HttpResponse<?> change(long id, @Body Map<String, Object> change) {
        return change.isEmpty() ? HttpResponse.badRequest("nothing to change") : HttpResponse.ok("changed " + id);
    }

    @Post("/items/{id}/touch")
    @HttpCacheInvalidate(tags = "item:{id}")
    String touch(long id) {
        return "touched " + id;
    }

    @Put("/items/{id}/name")
    @Consumes(MediaType.TEXT_PLAIN)
    @HttpCacheInvalidate(tags = "item:{id}")
    String rename(long id, @Body String name) {
        return id + " is " + name;
    }

    @Put("/items/{id}/price")
    @Secured("admin")
    @HttpCacheInvalidate(tags = "item:{id}")
    String reprice(long id) {
        return "repriced " + id;
    }

    @Get("/news")
    @HttpCached(ttl = "1m", staleWhileRevalidate = "10m", tags = "news")
    String news() {
        return "news of run " + runs.incrementAndGet();
    }

    @Put("/all-news")
    @HttpCacheInvalidate(tags = "news", soft = true)
    String changeNews() {
        return "changed";
    }

    @Get("/versioned")
    @HttpCached(ttl = "1m", version = FixedVersion.class)
    String versioned() {
        return "versioned";
    }

    /** The lifetime of the handler wins over that of the annotation. */
    @Get("/short")
    @HttpCached(ttl = "10m")
    HttpResponse<String> shortLived() {
        return HttpResponse.ok("short").header("Cache-Control", "max-age=1");
    }

    /** Takes longer than the lifetime of {@link #shortLived}. */
    @Put("/slow")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @SuppressWarnings("httpcached:missing-invalidation")
    String slow() throws InterruptedException {
        Thread.sleep(1100);
        return "slow";
    }

    @Get("/uncached")
    String uncached() {
        return "run " + runs.incrementAndGet();
    }

    @Get("/secret")
    @HttpCached(ttl = "10m")
    HttpResponse<String> secret() {
        return HttpResponse.ok("run " + runs.incrementAndGet()).header("Cache-Control", "no-store");
    }

    @Get("/tenant")
    @HttpCached(ttl = "10m")
    String tenant(@Header("X-Tenant") @Nullable String tenant) {
        return "tenant " + tenant;
    }

    /** Names a field in {@code Vary} that it does not select by, because the cache does not see who reads it. */
    @Get("/shouted")
    @HttpCached(ttl = "10m")
    HttpResponse<String> shouted() {
        return HttpResponse.ok("shouted").header("Vary", "X-Volume");
    }

    /** A guest receives the page of customer {@code a}. */
    @Get("/customer")
    @HttpCached(ttl = "10m", key = CustomerKey.class)
    String customer() {
        return "page of a customer";
    }

    /** The response for volume 2 removes that for volume 1. */
    @Get("/forgetful")
    @HttpCached(ttl = "10m", tags = "volume:{volume}")
    String forgetful(@Header("X-Volume") String volume) {
        if (volume.equals("2")) {
            cache.invalidateTags("volume:1").join();
        }
        return "volume " + volume;
    }

    /** Has one entry for all content codings, although {@code Vary} names them. */
    @Get("/long")
    @HttpCached(ttl = "10m")
    String longText() {
        return "long ".repeat(1000);
    }

    @Get("/language")
    @HttpCached(ttl = "10m")
    String language(@Nullable Locale locale) {
        return "language " + locale;
    }

    /** Reads a header field that its key does not contain. */
    @Get("/reads")
    @HttpCached(ttl = "10m")
    String reads() {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
        return "tenant " + request.getHeaders().get("X-Tenant");
    }

    @Get("/account")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @HttpCached(ttl = "1m")
    String account(Principal user) {
        return "account of " + user.getName();
    }

    @Get("/mine")
    @HttpCached(ttl = "1m")
    HttpResponse<String> shareable(@Nullable Principal user) {
        return HttpResponse.ok("mine").header("Cache-Control", "max-age=60");
    }

    /** Shares what belongs to one user. */
    @Get("/leak")
    @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC, tags = "leak")
    String leak() {
        return "page of run " + runs.incrementAndGet();
    }

    @Singleton
    @Requires(property = "scenario", value = "shop")
    static final class FixedVersion implements VersionSource {

        @Override
        public CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> pathVariables) {
            return CompletableFuture.completedFuture(Optional.of("1"));
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "shop")
    static final class CustomerKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of(request.getHeaders().get("X-Customer", String.class, "a"));
        }
    }
}
