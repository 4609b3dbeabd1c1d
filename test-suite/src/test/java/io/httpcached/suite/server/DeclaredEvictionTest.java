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

/** What {@code @HttpCacheInvalidate} evicts, and what a response evicts by its fields. */
class DeclaredEvictionTest {

    private static final List<String> PAGES =
            List.of("/shop/books/1", "/shop/books/2", "/shop/lists/a", "/shop/lists/b c", "/shop/spaces");

    private final TestServer server =
            TestServer.start("declared-eviction", "micronaut.server.context-path", "/shop", "orders.space", "orders");
    private final Orders orders = server.bean(Orders.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tagsAreFilledInFromTheRequest() {
        assertEvicted("/shop/orders/1/tags", "/shop/books/1");
        assertEvicted("/shop/orders/02/tags", "/shop/books/2");
        assertEvicted("/shop/orders/by-query?book=2", "/shop/books/2");
        assertEvicted("/shop/orders/by-query", "/shop/books/1");
        assertEvicted("/shop/orders/by-header", "/shop/books/2");
    }

    @Test
    void pathsAreThoseThatControllersDeclare() {
        assertEvicted("/shop/orders/a/path", "/shop/lists/a");
        assertEvicted("/shop/orders/b%20c/path", "/shop/lists/b c");
    }

    @Test
    void namespacesGoByTheNameThatTheirPlaceholderStandsFor() {
        assertEvicted("/shop/orders/space", "/shop/spaces");
    }

    @Test
    void allThatIsDeclaredIsEvicted() {
        assertEvicted("/shop/orders/repeated", "/shop/books/1", "/shop/books/2", "/shop/lists/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/orders/1/stage", "/shop/orders/1/mono"})
    void isEvictedBeforeTheAnswerHoweverTheHandlerGivesIt(String target) {
        assertEvicted(target, "/shop/books/1");
    }

    @Test
    void isEvictedAfterSafeRequestsToo() {
        warmUp();
        server.get("/shop/orders/rebuild");
        assertThat(server.get("/shop/books/1").isHit()).isFalse();
        assertThat(server.get("/shop/books/2").isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 500, 503})
    void nothingIsEvictedAfterAnError(int status) {
        orders.status = status;
        assertEvicted("/shop/orders/1/tags");
        orders.failing = true;
        assertEvicted("/shop/orders/1/tags");
    }

    @Test
    void softEvictionsMakeStale() {
        warmUp();
        post("/shop/orders/1/soft");
        assertThat(server.get("/shop/books/1").cacheStatus()).isEqualTo("hit; ttl=0");
        assertThat(server.get("/shop/books/2").cacheStatus()).isEqualTo("hit; ttl=60");
    }

    @Test
    void groupsAreEvictedThatTheResponseToAnUnsafeRequestNames() {
        assertEvicted("/shop/orders/groups", "/shop/books/1", "/shop/books/2");
    }

    @Test
    void groupsAreLeftAloneThatTheResponseToASafeRequestNames() {
        warmUp();
        server.get("/shop/orders/groups");
        assertThat(server.get("/shop/books/1").isHit()).isTrue();
    }

    private void assertEvicted(String target, String... pages) {
        warmUp();
        post(target);
        assertThat(PAGES.stream().filter(page -> !server.get(encoded(page)).isHit()))
                .as("evicted by " + target)
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
    @Requires(property = "scenario", value = "declared-eviction")
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
    @Requires(property = "scenario", value = "declared-eviction")
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
