package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All entries of a route are invalidated, and no others. */
abstract class RouteInvalidationContract {

    private static final List<String> SHOWN = List.of("/shelf/1", "/shelf/2", "/shelf/2?page=3");
    private static final List<String> LISTED = List.of("/shelf", "/shelf?page=2");
    private static final List<String> OTHERS = List.of("/shelf/1/boxes/a", "/shelf/boxes/b");

    private final TestServer server = start("endpoints.httpcache.sensitive", false);
    private final HttpCache cache = server.bean(HttpCache.class);

    abstract TestServer start(Object... settings);

    @AfterEach
    void stop() {
        server.bean(ShelfController.class).gate.open();
        server.close();
    }

    private static void warmUp(TestServer server, String prefix) {
        List.of(SHOWN, LISTED, OTHERS)
                .forEach(targets -> targets.forEach(
                        target -> Eventually.get(() -> server.get(prefix + target), WireResponse::isHit)));
    }

    private void assertInvalidated(List<String> invalidated, List<String> kept) {
        assertThat(kept)
                .allSatisfy(target ->
                        assertThat(server.get(target).isHit()).as(target).isTrue());
        assertThat(invalidated)
                .allSatisfy(target ->
                        assertThat(server.get(target).isHit()).as(target).isFalse());
    }

    @Test
    void byControllerAndMethod() {
        warmUp(server, "");
        cache.invalidateRoute(ShelfController.class, "show").join();
        assertInvalidated(SHOWN, LISTED);
        assertInvalidated(List.of(), OTHERS);
    }

    @Test
    void routeWithoutPathVariables() {
        warmUp(server, "");
        cache.invalidateRoute(ShelfController.class, "list").join();
        assertInvalidated(LISTED, SHOWN);
        assertInvalidated(List.of(), OTHERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shelf/{id}",
                "/shelf/{id}{?page}",
                "ShelfController.show",
                "io.httpcached.suite.server.RouteInvalidationContract$ShelfController.show"
            })
    void byNameOrTemplate(String route) {
        warmUp(server, "");
        cache.invalidateRoute(route).join();
        assertInvalidated(SHOWN, LISTED);
        assertInvalidated(List.of(), OTHERS);
    }

    @Test
    void allMethodsOfANameOrOneOfThem() {
        warmUp(server, "");
        cache.invalidateRoute(ShelfController.class, "box", String.class).join();
        assertInvalidated(List.of("/shelf/boxes/b"), List.of("/shelf/1/boxes/a"));
        warmUp(server, "");
        cache.invalidateRoute(ShelfController.class, "box").join();
        assertInvalidated(OTHERS, SHOWN);
    }

    @Test
    void softly() {
        warmUp(server, "");
        cache.softly().invalidateRoute("/shelf/{id}").join();
        assertThat(server.get("/shelf/1").cacheStatus()).isEqualTo("hit; ttl=0");
        assertThat(server.get("/shelf").cacheStatus()).isEqualTo("hit; ttl=3600");
    }

    /** The handler read its data before the invalidation. */
    @Test
    void responseOfARunThatBeganBeforeIsNotServedAfterwards() throws Exception {
        ShelfController shelf = server.bean(ShelfController.class);
        shelf.gate.close();
        CompletableFuture<WireResponse> early = CompletableFuture.supplyAsync(() -> server.get("/shelf/7"));
        shelf.gate.awaitRun();
        cache.invalidateRoute(ShelfController.class, "show").join();
        shelf.gate.open();
        assertThat(early.get().status()).isEqualTo(200);
        assertThat(server.get("/shelf/7").isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shelf/{id}", "ShelfController.show"})
    void byTheEndpoint(String route) {
        warmUp(server, "");
        String query = URLEncoder.encode(route, StandardCharsets.UTF_8);
        assertThat(server.send("DELETE", "/httpcache?route=" + query).status()).isEqualTo(204);
        assertInvalidated(SHOWN, LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shelves/{id}", "/shelf/1", "ShelfController.absent", "show", "/shelf/{id}/uncached", ""})
    void unknownRouteIsAnErrorThatListsTheKnownOnes(String route) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.invalidateRoute(route))
                .withMessageContaining("There is no cached route '" + route + "'")
                .withMessageContaining("/shelf/{id}{?page} (ShelfController.show)")
                .withMessageContaining("/shelf{?page} (ShelfController.list)");
    }

    @Test
    void unknownMethodIsAnErrorThatListsTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.invalidateRoute(ShelfController.class, "uncached"))
                .withMessageContaining(ShelfController.class.getName() + ".uncached'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.invalidateRoute(String.class, "show"))
                .withMessageContaining("(ShelfController.show)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.invalidateRoute(ShelfController.class, "box", int.class))
                .withMessageContaining(".box(int)'");
    }

    @Test
    void endpointRejectsAnUnknownRouteAndInvalidatesNothing() {
        warmUp(server, "");
        WireResponse answer = server.send("DELETE", "/httpcache?all=true&route=ShelfController.absent");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("There is no cached route 'ShelfController.absent'", "(ShelfController.show)");
        assertInvalidated(List.of(), SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shelf/{id}", "/shop/shelf/{id}"})
    void templateMayHaveTheContextPath(String template) {
        try (TestServer shop = start("micronaut.server.context-path", "/shop")) {
            warmUp(shop, "/shop");
            shop.bean(HttpCache.class).invalidateRoute(template).join();
            assertThat(shop.get("/shop/shelf/1").isHit()).isFalse();
            assertThat(shop.get("/shop/shelf").isHit()).isTrue();
        }
    }

    @Test
    void explanationShowsTheTagOfTheRouteWhereItIsNeeded() {
        warmUp(server, "");
        assertThat(server.get("/httpcache/explain?uri=/shelf/1").text()).contains("\"route:ShelfController.show-");
        assertThat(server.get("/httpcache/explain?uri=/shelf").text()).doesNotContain("\"route:");
    }

    @Controller("/shelf")
    @Requires(property = "scenario", value = "route-invalidation")
    static class ShelfController {

        final Gate gate = new Gate();
        private final AtomicInteger runs = new AtomicInteger();

        private String run() {
            return "run " + runs.incrementAndGet();
        }

        @Get("{?page}")
        @HttpCached(ttl = "1h")
        String list(@QueryValue @Nullable Integer page) {
            return run();
        }

        @Get("/{id}{?page}")
        @HttpCached(ttl = "1h", staleWhileRevalidate = "1h")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String show(long id, @QueryValue @Nullable Integer page) {
            gate.pass();
            return run();
        }

        @Get("/{id}/boxes/{name}")
        @HttpCached(ttl = "1h")
        String box(long id, String name) {
            return run();
        }

        @Get("/boxes/{name}")
        @HttpCached(ttl = "1h")
        String box(String name) {
            return run();
        }

        @Get("/{id}/uncached")
        String uncached(long id) {
            return run();
        }
    }
}
