package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests that for each type of body, a miss and a hit send the same bytes and the handler runs once. */
class BodyKindsTest {

    private static final TestServer SERVER = TestServer.start("body-kinds", "http-cache.max-body-size", "1KB");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record      | application/json         | {\"name\":\"a\",\"run\":1}",
                "list        | application/json         | [{\"name\":\"a\",\"run\":1}]",
                "string      | text/plain               | text 1",
                "bytes       | application/octet-stream | bytes 1",
                "response    | application/json         | {\"name\":\"a\",\"run\":1}",
                "optional    | application/json         | {\"name\":\"a\",\"run\":1}",
                "stage       | application/json         | {\"name\":\"a\",\"run\":1}",
                "mono        | application/json         | {\"name\":\"a\",\"run\":1}",
                "publisher   | application/json         | {\"name\":\"a\",\"run\":1}",
                "blocking    | application/json         | {\"name\":\"a\",\"run\":1}",
                "mono-of-response | application/json    | {\"name\":\"a\",\"run\":1}",
            })
    void missAndHitSendTheSameBytes(String path, String contentType, String body) {
        WireResponse miss = SERVER.get("/kinds/" + path);
        WireResponse hit = SERVER.get("/kinds/" + path);
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
        assertThat(hit.cacheStatus()).startsWith("hit");
        assertThat(miss.text()).isEqualTo(hit.text()).isEqualTo(body);
        assertThat(miss.header("Content-Type"))
                .isEqualTo(hit.header("Content-Type"))
                .isEqualTo(contentType);
        assertThat(miss.header("Content-Length")).isEqualTo(hit.header("Content-Length"));
        assertThat(hit.headers("Content-Type")).hasSize(1);
        assertThat(hit.headers("Date")).hasSize(1);
    }

    @Test
    void hitSendsTheHeaderLinesUnchanged() {
        SERVER.get("/kinds/repeated-fields");
        WireResponse hit = SERVER.get("/kinds/repeated-fields");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.status()).isEqualTo(203);
        assertThat(hit.headers("X-Repeated")).containsExactly("one", "", "two");
    }

    @ParameterizedTest
    @CsvSource({"null", "empty-optional", "empty-mono"})
    void emptyResultReturns404AndIsNotStored(String path) {
        SERVER.get("/kinds/" + path);
        WireResponse again = SERVER.get("/kinds/" + path);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.cacheStatus()).startsWith("fwd=miss; fwd-status=404").doesNotContain("stored;");
        assertThat(again.isHit()).isFalse();
    }

    @Test
    void storesNotFoundIfTheRouteConfiguresIt() {
        WireResponse miss = SERVER.get("/kinds/remembered-absence");
        WireResponse hit = SERVER.get("/kinds/remembered-absence");
        assertThat(miss.status()).isEqualTo(404);
        assertThat(hit.status()).isEqualTo(404);
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(miss.text());
    }

    @Test
    void streamsPassThroughUnchanged() {
        SERVER.get("/kinds/stream-in-response");
        WireResponse again = SERVER.get("/kinds/stream-in-response");
        assertThat(again.text()).isEqualTo("stream 2");
        assertThat(again.isHit()).isFalse();
        assertThat(again.header("ETag")).isNull();
    }

    @Test
    void oversizedBodiesPassThroughUnchanged() {
        SERVER.get("/kinds/large");
        WireResponse again = SERVER.get("/kinds/large");
        assertThat(again.body()).hasSize(1025);
        assertThat(again.cacheStatus()).contains("fwd=miss").contains("detail=\"body over max-body-size\"");
        assertThat(again.header("Content-Type")).isEqualTo("text/plain");
    }

    @Controller("/kinds")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "body-kinds")
    static class Kinds {

        private final AtomicInteger streams = new AtomicInteger();
        private final AtomicInteger[] runs = new AtomicInteger[16];

        Kinds() {
            for (int i = 0; i < runs.length; i++) {
                runs[i] = new AtomicInteger();
            }
        }

        @Serdeable
        record Item(String name, int run) {}

        private Item item(int route) {
            return new Item("a", runs[route].incrementAndGet());
        }

        @Get("/record")
        Item record() {
            return item(0);
        }

        @Get("/list")
        List<Item> list() {
            return List.of(item(1));
        }

        @Get("/string")
        @Produces(MediaType.TEXT_PLAIN)
        String string() {
            return "text " + runs[2].incrementAndGet();
        }

        @Get("/bytes")
        @Produces(MediaType.APPLICATION_OCTET_STREAM)
        byte[] bytes() {
            return ("bytes " + runs[3].incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        }

        @Get("/response")
        HttpResponse<Item> response() {
            MutableHttpResponse<Item> response = HttpResponse.status(203, "Kept");
            return response.body(item(4));
        }

        @Get("/repeated-fields")
        HttpResponse<String> repeatedFields() {
            return HttpResponse.status(203, "Kept")
                    .body("fields")
                    .header("X-Repeated", "one")
                    .header("X-Repeated", "")
                    .header("X-Repeated", "two");
        }

        @Get("/optional")
        Optional<Item> optional() {
            return Optional.of(item(5));
        }

        @Get("/stage")
        CompletionStage<Item> stage() {
            return CompletableFuture.supplyAsync(() -> item(6));
        }

        @Get("/mono")
        Mono<Item> mono() {
            return Mono.fromSupplier(() -> item(7));
        }

        @Get(value = "/publisher", single = true)
        Publisher<Item> publisher() {
            return Mono.fromSupplier(() -> item(8));
        }

        @Get("/blocking")
        @ExecuteOn(TaskExecutors.BLOCKING)
        Item blocking() {
            return item(9);
        }

        @Get("/mono-of-response")
        Mono<HttpResponse<Item>> monoOfResponse() {
            return Mono.fromSupplier(() -> HttpResponse.ok(item(10)));
        }

        @Get("/null")
        @Nullable
        Item nothing() {
            return null;
        }

        @Get("/empty-optional")
        Optional<Item> emptyOptional() {
            return Optional.empty();
        }

        @Get("/empty-mono")
        Mono<Item> emptyMono() {
            return Mono.empty();
        }

        @Get("/remembered-absence")
        @HttpCached(statuses = {200, 404})
        Optional<Item> rememberedAbsence() {
            return Optional.empty();
        }

        @Get("/stream-in-response")
        @Produces(MediaType.TEXT_PLAIN)
        HttpResponse<?> streamInResponse() {
            return HttpResponse.ok(Flux.just("stream ", Integer.toString(streams.incrementAndGet())));
        }

        @Get("/large")
        @Produces(MediaType.TEXT_PLAIN)
        String large() {
            return "x".repeat(1025);
        }
    }
}
