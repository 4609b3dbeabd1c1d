package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Tests invalidations by {@code @HttpCacheInvalidate} and by response header fields. */
class DeclaredInvalidationTest {

    private static final List<String> PAGES =
            List.of("/shop/books/1", "/shop/books/2", "/shop/lists/a", "/shop/lists/b c", "/shop/spaces");

    private final TestServer server = TestServer.start(
            "declared-invalidation", "micronaut.server.context-path", "/shop", "orders.space", "orders");
    private final Orders orders = server.bean(Orders.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void resolvesTagsFromTheRequest() {
        assertInvalidated("/shop/orders/1/tags", "/shop/books/1");
        assertInvalidated("/shop/orders/02/tags", "/shop/books/2");
        assertInvalidated("/shop/orders/by-query?book=2", "/shop/books/2");
        assertInvalidated("/shop/orders/by-query", "/shop/books/1");
        assertInvalidated("/shop/orders/by-header", "/shop/books/2");
    }

    @Test
    void invalidatesDeclaredPaths() {
        assertInvalidated("/shop/orders/a/path", "/shop/lists/a");
        assertInvalidated("/shop/orders/b%20c/path", "/shop/lists/b c");
    }

    @Test
    void resolvesPlaceholdersInNamespaces() {
        assertInvalidated("/shop/orders/space", "/shop/spaces");
    }

    @Test
    void invalidatesEverythingThatIsDeclared() {
        assertInvalidated("/shop/orders/repeated", "/shop/books/1", "/shop/books/2", "/shop/lists/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/orders/1/stage", "/shop/orders/1/mono"})
    void invalidatesBeforeTheResponseForEachReturnType(String target) {
        assertInvalidated(target, "/shop/books/1");
    }

    @Test
    void invalidatesAfterSafeRequests() {
        warmUp();
        server.get("/shop/orders/rebuild");
        assertThat(server.get("/shop/books/1").isHit()).isFalse();
        assertThat(server.get("/shop/books/2").isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 500, 503})
    void errorsDoNotInvalidate(int status) {
        orders.status = status;
        assertInvalidated("/shop/orders/1/tags");
        orders.failing = true;
        assertInvalidated("/shop/orders/1/tags");
    }

    @Test
    void softInvalidationMarksEntriesAsStale() {
        warmUp();
        post("/shop/orders/1/soft");
        assertThat(server.get("/shop/books/1").cacheStatus()).isEqualTo("hit; ttl=0");
        assertThat(server.get("/shop/books/2").cacheStatus()).isEqualTo("hit; ttl=60");
    }

    @Test
    void unsafeRequestInvalidatesTheGroupsInItsResponse() {
        assertInvalidated("/shop/orders/groups", "/shop/books/1", "/shop/books/2");
    }

    @Test
    void safeRequestDoesNotInvalidateTheGroupsInItsResponse() {
        warmUp();
        server.get("/shop/orders/groups");
        assertThat(server.get("/shop/books/1").isHit()).isTrue();
    }

    private void assertInvalidated(String target, String... pages) {
        warmUp();
        post(target);
        assertThat(PAGES.stream().filter(page -> !server.get(encoded(page)).isHit()))
                .as("pages invalidated by " + target)
                .containsExactly(pages);
    }

    private void warmUp() {
        PAGES.forEach(page -> Eventually.get(() -> server.get(encoded(page)), WireResponse::isHit));
    }

    private WireResponse post(String target) {
        return server.send("POST", target, "Content-Length: 0", "X-Book: 2");
    }

    private static String encoded(String page) {
        return page.replace(" ", "%20");
    }

    @Controller
    @Requires(property = "scenario", value = "declared-invalidation")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/books/{id}")
        @HttpCached(ttl = "1m", staleWhileRevalidate = "1m", tags = "book:{id}")
        int book(int id) {
            return runs.incrementAndGet();
        }

        @Get("/lists/{name}")
        @HttpCached(ttl = "1m")
        int list(String name) {
            return runs.incrementAndGet();
        }

        @Get("/spaces")
        @HttpCached(ttl = "1m", namespace = "orders")
        int spaces() {
            return runs.incrementAndGet();
        }
    }

    @Controller("/orders")
    @Requires(property = "scenario", value = "declared-invalidation")
    static class Orders {

        volatile int status = 200;
        volatile boolean failing;

        @Post("/{id}/tags")
        @HttpCacheInvalidate(tags = "book:{id}")
        HttpResponse<String> tags(int id) {
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
            return HttpResponse.status(HttpStatus.valueOf(status));
        }

        @Post("/by-query")
        @HttpCacheInvalidate(tags = "book:{book}")
        String byQuery(@QueryValue(defaultValue = "1") int book) {
            return "done";
        }

        @Post("/by-header")
        @HttpCacheInvalidate(tags = "book:{book}")
        String byHeader(@Header("X-Book") String book) {
            return "done";
        }

        @Post("/{name}/path")
        @HttpCacheInvalidate(paths = "/lists/{name}")
        String path(String name) {
            return "done";
        }

        @Post("/space")
        @HttpCacheInvalidate(namespace = "${orders.space}")
        String space() {
            return "done";
        }

        @Post("/repeated")
        @HttpCacheInvalidate(tags = {"book:1", "book:2"})
        @HttpCacheInvalidate(paths = "/lists/a")
        String repeated() {
            return "done";
        }

        @Post("/{id}/stage")
        @HttpCacheInvalidate(tags = "book:{id}")
        CompletionStage<String> stage(int id) {
            return CompletableFuture.supplyAsync(() -> "done");
        }

        @Post("/{id}/mono")
        @HttpCacheInvalidate(tags = "book:{id}")
        Mono<String> mono(int id) {
            return Mono.fromFuture(CompletableFuture.supplyAsync(() -> "done"));
        }

        @Get("/rebuild")
        @HttpCacheInvalidate(tags = "book:1")
        String rebuild() {
            return "done";
        }

        @Post("/{id}/soft")
        @HttpCacheInvalidate(tags = "book:{id}", soft = true)
        String soft(int id) {
            return "done";
        }

        @Post("/groups")
        HttpResponse<String> changeGroups() {
            return groups();
        }

        @Get("/groups")
        HttpResponse<String> groups() {
            return HttpResponse.ok("done").header("Cache-Group-Invalidation", "\"book:1\", \"book:2\";x");
        }
    }
}
