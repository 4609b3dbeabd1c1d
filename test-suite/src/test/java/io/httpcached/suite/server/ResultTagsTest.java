package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.CacheTags;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Tests result tags: the tags that a handler adds while it runs, and the groups in its response (RFC 9875). */
class ResultTagsTest {

    private final TestServer server = TestServer.start("result-tags", "http-cache.max-tags", 40);
    private final Shelves shelves = server.bean(Shelves.class);

    /** Uses its own pool, because the common pool may have only one thread, which a waiting request would block. */
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        shelves.gate.open();
        clients.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shelves/added",
                "/shelves/blocking",
                "/shelves/stage",
                "/shelves/mono",
                "/shelves/request-uri?q=1",
                "/shelves/groups"
            })
    void resultTagsInvalidateTheResponse(String target) {
        server.get(target);
        server.invalidateTags("book:3");
        assertThat(server.get(target).isHit()).isTrue();
        server.invalidateTags("book:2");
        assertThat(server.get(target).isHit()).isFalse();
        assertThat(server.get(target).isHit()).isTrue();
    }

    @Test
    void declaredTagsApplyAsWell() {
        server.get("/shelves/added");
        server.invalidateTags("shelves");
        assertThat(server.get("/shelves/added").isHit()).isFalse();
    }

    @Test
    void revalidatedResponseKeepsItsResultTags() {
        server.get("/shelves/validated");
        server.advance(Duration.ofMinutes(2));
        assertThat(server.get("/shelves/validated").cacheStatus()).contains("fwd-status=304");
        assertThat(server.get("/shelves/validated").isHit()).isTrue();
        server.invalidateTags("book:2");
        assertThat(server.get("/shelves/validated").isHit()).isFalse();
    }

    @Test
    void anUndeclaredResultTagIsLoggedOnceAndInvalidates() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            server.get("/shelves/declared/1");
            server.get("/shelves/declared/2");
            server.get("/shelves/declared-all");
            assertThat(log.lines())
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith("WARN The handler ")
                    .contains("Shelves.declared adds the tag 'shelf:1', which is not one of its resultTags [book:*]");
        }
        server.invalidateTags("shelf:1");
        assertThat(server.get("/shelves/declared/1").isHit()).isFalse();
        assertThat(server.get("/shelves/declared/2").isHit()).isTrue();
        server.invalidateTags("book:2");
        assertThat(server.get("/shelves/declared/2").isHit()).isFalse();
    }

    @Test
    void clientsSeeGroupsButNoTags() {
        assertThat(server.get("/shelves/groups").header("Cache-Groups")).isEqualTo("\"book:1\", \"book:2\";x=1");
        assertThat(server.get("/shelves/groups").header("Cache-Groups")).isEqualTo("\"book:1\", \"book:2\";x=1");
        assertThat(server.get("/shelves/added").headers())
                .noneMatch(header -> header.value().contains("book:"));
    }

    @Test
    void malformedFieldAddsNoTags() {
        server.get("/shelves/malformed");
        server.invalidateTags("book:1");
        assertThat(server.get("/shelves/malformed").isHit()).isTrue();
    }

    @Test
    void maxTagsLimitsResultTags() {
        assertThat(server.get("/shelves/many/40").cacheStatus()).contains("stored");
        WireResponse tooMany = server.get("/shelves/many/41");
        assertThat(tooMany.status()).isEqualTo(200);
        assertThat(tooMany.cacheStatus()).contains("detail=\"too many tags\"").doesNotContain("stored");
        assertThat(server.get("/shelves/many/41").isHit()).isFalse();
    }

    @Test
    void rejectsBlankTags() {
        assertThat(server.get("/shelves/blank").text()).isEqualTo("A tag must not be blank");
    }

    @Test
    void resultTagsOfUncachedRoutesAreIgnored() {
        assertThat(server.get("/shelves/uncached").text()).isEqualTo("run 1");
        assertThat(server.get("/shelves/uncached").text()).isEqualTo("run 2");
    }

    @Test
    void responseThatStartedBeforeItsInvalidationIsNotStored() throws Exception {
        shelves.gate.close();
        CompletableFuture<WireResponse> early =
                CompletableFuture.supplyAsync(() -> server.get("/shelves/slow"), clients);
        shelves.gate.awaitRun();
        server.invalidateTags("book:2");
        shelves.gate.open();
        assertThat(early.get().text()).isEqualTo("run 1");
        assertThat(server.get("/shelves/slow").text()).isEqualTo("run 2");
        assertThat(server.get("/shelves/slow").isHit()).isTrue();
    }

    /** Only after the handler run it is known that the invalidation affects its response. */
    @Test
    void requestAfterAnInvalidationDoesNotReceiveAnEarlierResponse() throws Exception {
        shelves.gate.close();
        CompletableFuture<WireResponse> early =
                CompletableFuture.supplyAsync(() -> server.get("/shelves/slow"), clients);
        shelves.gate.awaitRun();
        server.invalidateTags("book:2");
        CompletableFuture<WireResponse> late =
                CompletableFuture.supplyAsync(() -> server.get("/shelves/slow"), clients);
        server.bean(Arrivals.class).await(server, 2);
        shelves.gate.open();
        assertThat(early.get().text()).isEqualTo("run 1");
        assertThat(late.get().text()).isEqualTo("run 2");
    }

    @Controller("/shelves")
    @Requires(property = "scenario", value = "result-tags")
    static class Shelves {

        private final AtomicInteger runs = new AtomicInteger();
        final Gate gate = new Gate();

        @Get("/added")
        @HttpCached(ttl = "1m", tags = "shelves")
        String added(CacheTags tags) {
            tags.add("book:1", "book:2");
            return run();
        }

        @Get("/blocking")
        @HttpCached(ttl = "1m")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking(CacheTags tags) {
            return added(tags);
        }

        @Get("/stage")
        @HttpCached(ttl = "1m")
        CompletionStage<String> stage(CacheTags tags) {
            return CompletableFuture.supplyAsync(() -> added(tags));
        }

        @Get("/mono")
        @HttpCached(ttl = "1m")
        Mono<String> mono(CacheTags tags) {
            return Mono.fromSupplier(() -> added(tags));
        }

        @Get("/request-uri")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        String requestUri(HttpRequest<?> request, CacheTags tags) {
            return added(tags);
        }

        @Get("/groups")
        @HttpCached(ttl = "1m")
        HttpResponse<String> groups() {
            return HttpResponse.ok(run()).header("Cache-Groups", "\"book:1\", \"book:2\";x=1");
        }

        @Get("/declared/{number}")
        @HttpCached(ttl = "1m", resultTags = "book:*")
        String declared(int number, CacheTags tags) {
            tags.add("book:" + number, "shelf:" + number);
            return run();
        }

        @Get("/declared-all")
        @HttpCached(
                ttl = "1m",
                resultTags = {"*:1", "book:*"})
        String declaredAll(CacheTags tags) {
            tags.add("shelf:1");
            return added(tags);
        }

        @Get("/malformed")
        @HttpCached(ttl = "1m")
        HttpResponse<String> malformed() {
            return HttpResponse.ok(run()).header("Cache-Groups", "\"book:1\", 5");
        }

        @Get("/validated")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        HttpResponse<String> validated(HttpRequest<?> request, CacheTags tags) {
            if (request.getHeaders().contains("If-None-Match")) {
                return HttpResponse.notModified();
            }
            return HttpResponse.ok(added(tags)).header("ETag", "\"1\"");
        }

        @Get("/many/{count}")
        @HttpCached(ttl = "1m")
        String many(int count, CacheTags tags) {
            tags.add(IntStream.range(0, count).mapToObj(i -> "book:" + i).toList());
            return run();
        }

        @Get("/blank")
        @HttpCached(ttl = "1m")
        String blank(CacheTags tags) {
            try {
                tags.add(List.of("book:1", " "));
                return "accepted";
            } catch (IllegalArgumentException rejected) {
                return String.valueOf(rejected.getMessage());
            }
        }

        @Get("/uncached")
        String uncached(CacheTags tags) {
            return added(tags);
        }

        @Get("/slow")
        @HttpCached(ttl = "1m")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String slow(CacheTags tags) {
            String answer = run();
            gate.pass();
            tags.add("book:1", "book:2");
            return answer;
        }

        private String run() {
            return "run " + runs.incrementAndGet();
        }
    }
}
