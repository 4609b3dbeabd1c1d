package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that invalidated responses are not served again, after an unsafe request and after a call of the application.
 */
class InvalidationTest {

    private final TestServer server = TestServer.start("invalidation");
    private final Things things = server.bean(Things.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH", "PURGE"})
    void successfulUnsafeRequestInvalidatesItsPathWithAllQueriesAndVariants(String method) {
        server.get("/things/1");
        server.get("/things/1?q=a");
        server.get("/things/1", "X-Tenant: b");
        server.get("/things/2");
        unsafe(method, "/things/1");
        assertGone("/things/1");
        assertGone("/things/1?q=a");
        assertGone("/things/1", "X-Tenant: b");
        assertKept("/things/2");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 205, 301, 303, 307})
    void responseThatIsNoErrorInvalidates(int status) {
        things.status = status;
        server.get("/things/1");
        unsafe("PUT", "/things/1");
        assertGone("/things/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 412, 500, 503})
    void errorDoesNotInvalidate(int status) {
        things.status = status;
        server.get("/things/1");
        unsafe("PUT", "/things/1");
        assertKept("/things/1");
    }

    @Test
    void handlerThatThrowsDoesNotInvalidate() {
        server.get("/things/1/failing");
        assertThat(unsafe("POST", "/things/1/failing").status()).isEqualTo(503);
        assertKept("/things/1/failing");
    }

    @Test
    void requestWithAnUnsupportedMethodDoesNotInvalidate() {
        server.get("/things/1/failing");
        assertThat(unsafe("DELETE", "/things/1/failing").status()).isEqualTo(405);
        assertKept("/things/1/failing");
    }

    @ParameterizedTest
    @CsvSource({
        "Location, /things/2",
        "Content-Location, /things/2",
        "Location, 2",
        "Location, /things/2?q=a",
        "Location, http://localhost:{port}/things/2",
        "Location, //localhost:{port}/things/2",
        "Location, /things/%32",
    })
    void invalidatesTheTargetsOfLocationAndContentLocation(String name, String location) {
        things.name = name;
        things.location = location.replace("{port}", Integer.toString(server.port()));
        server.get("/things/2");
        server.get("/things/2?q=a");
        unsafe("POST", "/things/1");
        assertGone("/things/2");
        assertGone("/things/2?q=a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example/things/2",
                "https://localhost/things/2",
                "http://localhost:1/things/2",
                "mailto:a@b.example",
                "::",
                "",
                "%zz"
            })
    void doesNotInvalidateLocationsOnOtherHosts(String location) {
        things.name = "Location";
        things.location = location;
        server.get("/things/2");
        assertThat(unsafe("POST", "/things/1").status()).isEqualTo(200);
        assertKept("/things/2");
    }

    @Test
    void invalidatesPathsInAnyEncoding() {
        server.get("/things/caf%C3%A9");
        unsafe("PUT", "/things/caf%c3%a9");
        assertGone("/things/caf%C3%A9");
    }

    @Test
    void tagInvalidatesAllEntriesThatCarryIt() {
        server.get("/things/1");
        server.get("/things/1?q=a");
        server.get("/things/2");
        server.invalidateTags("thing:1");
        assertGone("/things/1");
        assertGone("/things/1?q=a");
        assertKept("/things/2");
        server.invalidateTags("nothing", "things");
        assertGone("/things/2");
    }

    @Test
    void pathInvalidatesAllItsEntries() {
        server.get("/things/1");
        server.get("/things/1?q=a");
        server.get("/things/2");
        server.bean(HttpCache.class).invalidatePath("/things/1").join();
        assertGone("/things/1");
        assertGone("/things/1?q=a");
        assertKept("/things/2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void responseThatStartedBeforeAnInvalidationIsNotServedAfterIt(boolean byTag) throws Exception {
        CompletableFuture<WireResponse> early = CompletableFuture.supplyAsync(() -> server.get("/things/1/slow"));
        things.started.await();
        if (byTag) {
            server.invalidateTags("things");
        } else {
            unsafe("PUT", "/things/1/slow");
        }
        things.finish.countDown();
        assertThat(early.get().text()).isEqualTo("run 1");
        assertThat(early.get().cacheStatus()).doesNotContain("stored");
        assertThat(server.get("/things/1/slow").text()).isEqualTo("run 2");
        assertThat(server.get("/things/1/slow").isHit()).isTrue();
    }

    private WireResponse unsafe(String method, String target) {
        return server.send(method, target, "Content-Length: 0");
    }

    private void assertGone(String target, String... lines) {
        assertThat(server.get(target, lines).isHit()).as("%s is a hit", target).isFalse();
    }

    private void assertKept(String target) {
        assertThat(server.get(target).isHit()).as("%s is a hit", target).isTrue();
    }

    @Controller("/things/{id}")
    @Requires(property = "scenario", value = "invalidation")
    @SuppressWarnings({"httpcached:missing-invalidation", "httpcached:unbounded-query"})
    static class Things {

        private final AtomicInteger runs = new AtomicInteger();
        final CountDownLatch started = new CountDownLatch(1);
        final CountDownLatch finish = new CountDownLatch(1);
        volatile int status = 200;
        volatile String name = "X-Nothing";
        volatile String location = "";

        private String run() {
            return "run " + runs.incrementAndGet();
        }

        @Get("{?q}")
        @HttpCached(
                ttl = "1m",
                tags = {"thing:{id}", "things"})
        HttpResponse<String> show(String id, @Nullable String q) {
            return HttpResponse.ok(run()).header("Vary", "X-Tenant");
        }

        @Get("/slow")
        @HttpCached(ttl = "1m", tags = "things")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String slow(String id) throws InterruptedException {
            started.countDown();
            String run = run();
            finish.await();
            return run;
        }

        @Put("/slow")
        void changeSlow(String id) {
            // Responds while the slow handler runs.
        }

        @Get("/failing")
        @HttpCached(ttl = "1m")
        String failing(String id) {
            return run();
        }

        @Post("/failing")
        String fail(String id) {
            throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "on purpose");
        }

        private MutableHttpResponse<String> change() {
            MutableHttpResponse<String> response = HttpResponse.status(HttpStatus.valueOf(status));
            return response.header(name, location);
        }

        @Put
        HttpResponse<String> put(String id) {
            return change();
        }

        @Post
        HttpResponse<String> post(String id) {
            return change();
        }

        @Patch
        HttpResponse<String> patch(String id) {
            return change();
        }

        @Delete
        HttpResponse<String> delete(String id) {
            return change();
        }

        @CustomHttpMethod(method = "PURGE")
        HttpResponse<String> purge(String id) {
            return change();
        }
    }
}
