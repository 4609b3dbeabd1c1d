package io.httpcached.suite.load;

import io.httpcached.CacheTags;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.file.Path;
import java.security.Principal;
import java.util.StringJoiner;

/** Pages whose bodies say for which page, version, user or request they were made. */
@Controller("/load")
@Requires(property = "scenario", value = LoadApplication.SCENARIO)
class LoadPages {

    static final int LIST_LENGTH = 4;

    private static final String FILLER = "x".repeat(1500);
    private static final String LARGE = "y".repeat(200_000);

    private final PageVersions versions;

    LoadPages(@Property(name = "load.versions") String versions) {
        this.versions = new PageVersions(Path.of(versions));
    }

    static String page(int page, int version) {
        return "page " + page + " version " + version + ". " + FILLER;
    }

    static String large(int number) {
        return "large " + number + LARGE;
    }

    @Get("/pages/{page}")
    @HttpCached(ttl = "2s", staleWhileRevalidate = "1h", tags = "page:{page}")
    String show(int page) {
        return page(page, versions.of(page));
    }

    /** Changes a page; the client chooses the version. */
    @Put("/pages/{page}")
    @HttpCacheInvalidate(tags = "page:{page}")
    String change(int page, @QueryValue int version) {
        versions.raise(page, version);
        return "changed";
    }

    /** Several pages in one, with tags that only the result knows. */
    @Get("/lists/{list}")
    @HttpCached(ttl = "2s", staleWhileRevalidate = "1h")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String list(int list, CacheTags tags) {
        StringJoiner pages = new StringJoiner("\n");
        for (int page = list * LIST_LENGTH; page < (list + 1) * LIST_LENGTH; page++) {
            tags.add("page:" + page);
            pages.add("page " + page + " version " + versions.of(page));
        }
        return pages.toString();
    }

    @Get("/accounts/{number}")
    @HttpCached(ttl = "5s", backend = "memory")
    String account(int number) {
        return "account " + number + " of " + header("Authorization").replace("Bearer ", "") + '.' + FILLER;
    }

    @Get("/baskets/{number}")
    @HttpCached(ttl = "5s", scope = CacheScope.PRIVATE)
    String basket(int number) {
        return "basket " + number + " of " + header("X-User") + '.';
    }

    @Get("/slow/{number}")
    @HttpCached(ttl = "2s")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String slow(int number) throws InterruptedException {
        Thread.sleep(number % 2 == 0 ? 100 : 1200);
        return "slow " + number;
    }

    @Get("/large/{number}")
    @HttpCached(ttl = "2s")
    String large(long number) {
        return large((int) number);
    }

    @Get("/failing/{number}")
    @HttpCached(ttl = "1m")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String failing(int number) throws InterruptedException {
        Thread.sleep(50);
        if (number % 2 == 0) {
            throw new IllegalStateException("failed for " + header("X-Client"));
        }
        throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "failed for " + header("X-Client"));
    }

    /** Fails in every other second. */
    @Get("/flaky/{number}")
    @HttpCached(ttl = "1s", staleIfError = "1h")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String flaky(int number) throws InterruptedException {
        Thread.sleep(20);
        if (System.currentTimeMillis() / 1000 % 2 == 0) {
            throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "failed for " + header("X-Client"));
        }
        return "flaky " + number;
    }

    @Get("/denied/{number}")
    @HttpCached(ttl = "1m")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String denied(int number) throws InterruptedException {
        Thread.sleep(20);
        throw new HttpStatusException(
                number % 2 == 0 ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND, "denied to " + header("X-Client"));
    }

    private static String header(String name) {
        return ServerRequestContext.<Object>currentRequest()
                .map(HttpRequest::getHeaders)
                .map(headers -> headers.get(name))
                .orElse("nobody");
    }

    /** Takes the name of the user from a header field. */
    @ServerFilter("/load/baskets/**")
    @Requires(property = "scenario", value = LoadApplication.SCENARIO)
    static class Users implements Ordered {

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.order();
        }

        @RequestFilter
        void identify(MutableHttpRequest<?> request) {
            request.getHeaders().findFirst("X-User").ifPresent(user -> {
                Principal principal = () -> user;
                request.setUserPrincipal(principal);
            });
        }
    }
}
