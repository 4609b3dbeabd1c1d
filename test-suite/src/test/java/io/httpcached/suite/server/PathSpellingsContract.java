package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests paths in several spellings: a change of one reaches the entries of all. */
abstract class PathSpellingsContract {

    private final TestServer server = start("micronaut.server.context-path", "/shop");

    /** Starts the scenario {@code path-spellings}. */
    abstract TestServer start(Object... settings);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        // the default of an optional variable
        "/shop/list/1, /shop/list",
        "/shop/list/01, /shop/list",
        "/shop/list/, /shop/list/1",
        // equal values of a variable
        "/shop/items/007, /shop/items/7",
        "/shop/items/0000000000000000000000007, /shop/items/7",
        "/shop/items/%37, /shop/items/7",
        "/shop/items/7/, /shop/items/7",
        "/shop/ids/6F9619FF-8B86-D011-B42D-00CF4FC964FF, /shop/ids/6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "/shop/colors/red, /shop/colors/RED",
        "/shop/beans/007, /shop/beans/7",
        "/shop/bean-ids/6F9619FF-8B86-D011-B42D-00CF4FC964FF, /shop/bean-ids/6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "/shop/words/%41, /shop/words/A",
        "/shop/words/a%20b, /shop/words/a%20b/",
        "/shop/rest/a+b, /shop/rest/a%20b",
        // several templates, and one with a placeholder
        "/shop/either/007, /shop/either/7",
        "/shop/or/007, /shop/or/7",
        "/shop/configured/007, /shop/configured/7",
    })
    void changeOfOneSpellingReachesTheOther(String one, String other) {
        assertReached(one, () -> post(other));
        assertReached(other, () -> post(one));
    }

    @ParameterizedTest
    @CsvSource({
        "/shop/items/007, /items/7",
        "/shop/items/7, /items/007",
        "/shop/list, /list/1",
        "/shop/list/1, /list",
        "/shop/colors/red, /colors/RED",
        "/shop/words/a%2Fb, /words/a/b",
        "/shop/words/a%2Bb, /words/a+b",
        "/shop/words/100%25, /words/100%",
    })
    void declaredPathsLocationsAndTheApiReachEverySpelling(String stored, String path) {
        assertReached(stored, () -> post("/shop/declared?path=" + query(path)));
        assertReached(stored, () -> server.bean(HttpCache.class)
                .invalidatePath("/shop" + path)
                .join());
    }

    @ParameterizedTest
    @CsvSource({
        "/shop/items/007, /shop/items/7",
        "/shop/items/7, /shop/items/007/",
        "/shop/list, /shop/list/1",
        "/shop/words/a%2Fb, /shop/words/a%2Fb",
        "/shop/words/100%25, /shop/words/100%25",
    })
    void locationsReachEverySpelling(String stored, String location) {
        assertReached(
                stored, () -> server.send("POST", "/shop/located", "Content-Length: 0", "X-Location: " + location));
    }

    @ParameterizedTest
    @CsvSource({"/shop/items/7, /shop/items/8", "/shop/list/1, /shop/list/2", "/shop/words/a, /shop/words/A"})
    void changeOfAnotherPathDoesNot(String one, String other) {
        warmUp(one);
        post(other);
        assertThat(server.get(one).isHit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/shop/list/1, /shop/list",
        "/shop/list/01, /shop/list/",
        "/shop/items/007, /shop/items/7",
        "/shop/ids/6F9619FF-8B86-D011-B42D-00CF4FC964FF, /shop/ids/6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "/shop/colors/red, /shop/colors/RED",
        "/shop/flags/on, /shop/flags/true",
    })
    void spellingsShareAnEntry(String one, String other) {
        String stored = warmUp(one);
        for (int i = 0; i < 3; i++) {
            assertThat(server.get(other).isHit()).isTrue();
            assertThat(server.get(one).text()).isEqualTo(stored);
            assertThat(server.get(other).text()).isEqualTo(stored);
        }
    }

    @Test
    void spellingIsNotInTheStoredBodyOfAnError() {
        assertThat(server.get("/shop/missing/%3Cscript%3E").status()).isEqualTo(404);
        assertThat(server.get("/shop/missing/false").text()).doesNotContain("script");
    }

    @Test
    void emptyPathIsTheRoot() {
        try (TestServer root = start()) {
            String absolute = "http://localhost:" + root.port();
            for (String stored : new String[] {absolute, "/", absolute + '/', absolute + "?page=1"}) {
                Eventually.get(() -> root.get(stored), WireResponse::isHit);
                root.send("POST", "/", "Content-Length: 0");
                assertThat(root.get("/").isHit()).as("/ after %s", stored).isFalse();
                Eventually.get(() -> root.get("/"), WireResponse::isHit);
                root.send("POST", absolute, "Content-Length: 0");
                assertThat(root.get(stored).isHit()).as(stored).isFalse();
            }
            assertThat(root.get(absolute + "/items/007").status()).isEqualTo(200);
            Eventually.get(() -> root.get("/items/7"), WireResponse::isHit);
            root.send("POST", absolute + "/items/7", "Content-Length: 0");
            assertThat(root.get(absolute + "/items/007").isHit()).isFalse();
        }
    }

    private void assertReached(String stored, Runnable change) {
        warmUp(stored);
        change.run();
        assertThat(server.get(stored).isHit()).as(stored).isFalse();
    }

    private String warmUp(String target) {
        return Eventually.get(() -> server.get(target), WireResponse::isHit).text();
    }

    private void post(String target) {
        assertThat(server.send("POST", target, "Content-Length: 0").status())
                .as("POST %s", target)
                .isEqualTo(200);
    }

    private static String query(String path) {
        return path.substring(1).replace("%", "%25").replace("+", "%2B");
    }

    enum Color {
        RED
    }

    @Introspected
    record Item(@PathVariable long id) {}

    @Introspected
    record IdentifiedItem(@PathVariable UUID id) {}

    @Controller
    @HttpCached(
            ttl = "1h",
            statuses = {200, 404})
    @Requires(property = "scenario", value = "path-spellings")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        private String run(@Nullable Object value) {
            return value + " run " + runs.incrementAndGet();
        }

        @Get
        String home() {
            return run("home");
        }

        @Get("/list{/page}")
        String list(@PathVariable(defaultValue = "1") int page) {
            return run(page);
        }

        @Get("/items/{id}")
        String item(long id) {
            return run(id);
        }

        @Get("/ids/{id}")
        String id(UUID id) {
            return run(id);
        }

        @Get("/colors/{color}")
        String color(Color color) {
            return run(color);
        }

        @Get("/flags/{flag}")
        String flag(boolean flag) {
            return run(flag);
        }

        @Get("/missing/{flag}")
        @Nullable
        String missing(boolean flag) {
            return null;
        }

        @Get("/beans/{id}")
        String bean(@RequestBean Item item) {
            return run(item.id);
        }

        @Get("/bean-ids/{id}")
        String beanId(@RequestBean IdentifiedItem item) {
            return run(item.id);
        }

        @Get("/words/{word}")
        String word(String word) {
            return run(word);
        }

        @Get("/rest/{+rest}")
        String rest(String rest) {
            return run(rest);
        }

        @Get(uris = {"/either/{id}", "/or/{id}"})
        String either(long id) {
            return run(id);
        }

        @Get("${path-spellings.root:/configured}/{id}")
        String configured(@PathVariable long id) {
            return run(id);
        }
    }

    @Controller
    @Requires(property = "scenario", value = "path-spellings")
    @SuppressWarnings("httpcached:missing-invalidation")
    static class Changes {

        @Post("/{+path}")
        void change(String path) {}

        @Post
        void changeHome() {}

        @Post("/declared")
        @HttpCacheInvalidate(paths = "/{path}")
        void declared(@QueryValue String path) {}

        @Post("/located")
        HttpResponse<?> located(@Header("X-Location") String location) {
            return HttpResponse.created(URI.create(location));
        }
    }
}
