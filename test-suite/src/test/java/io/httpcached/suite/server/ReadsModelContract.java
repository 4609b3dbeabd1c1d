package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.ReadsModel.Input;
import io.httpcached.suite.server.ReadsModel.Program;
import io.httpcached.suite.server.ReadsModel.Request;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Compares the cache with an oracle that runs the handler for each request. Handlers read parts of their requests beside the key,
 * conditionally; clients send equal and different requests at once, while entries become stale and are refreshed.
 */
abstract class ReadsModelContract {

    private static final int PROGRAMS = 50;
    private static final int CLIENTS = 8;
    private static final int REQUESTS_OF_CLIENT = 250;
    private static final List<String> VALUES = List.of("a", "b");
    private static final List<String> LANGUAGES = List.of("de", "fr");

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final HttpClient http = HttpClient.newBuilder().executor(clients(4)).build();
    private final TestServer server = start();
    private final AtomicLong hits = new AtomicLong();
    private int programs;

    abstract TestServer start();

    private static ExecutorService clients(int threads) {
        return Executors.newFixedThreadPool(threads);
    }

    /** Without hits, or with hits only, the comparison would prove nothing. */
    @AfterProperty
    void stopServer() {
        assertThat(hits.get()).isBetween(PROGRAMS * 200L, PROGRAMS * 1_900L);
        server.close();
        clients.shutdownNow();
    }

    @Property(tries = PROGRAMS, shrinking = ShrinkingMode.OFF)
    void everyRequestIsAnsweredAsByItsHandler(@ForAll("programs") Program program, @ForAll long seed) throws Exception {
        int id = programs++;
        server.bean(Handlers.class).programs.put(id, program);
        List<Future<?>> running = IntStream.range(0, CLIENTS)
                .<Future<?>>mapToObj(client -> clients.submit(() -> {
                    sendRequests(id, program, new Random(seed + client));
                    return null;
                }))
                .toList();
        for (Future<?> client : running) {
            client.get();
        }
    }

    private void sendRequests(int id, Program program, Random random) throws IOException, InterruptedException {
        for (int i = 0; i < REQUESTS_OF_CLIENT; i++) {
            Request request = request(random);
            assertThat(send(id, request, random.nextInt(20) == 0))
                    .as("%s %s", request.target(id), request.lines())
                    .isEqualTo(program.run(request::value));
            if (random.nextInt(200) == 0) {
                server.advance(Duration.ofSeconds(2));
            }
        }
    }

    private String send(int id, Request request, boolean revalidate) throws IOException, InterruptedException {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + request.target(id)));
        request.lines()
                .forEach(line ->
                        builder.header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
        if (revalidate) {
            builder.header("Cache-Control", "no-cache");
        }
        HttpResponse<String> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        if (response.headers().firstValue("Cache-Status").orElse("").startsWith("HttpCached; hit")) {
            hits.incrementAndGet();
        }
        return response.body();
    }

    private static Request request(Random random) {
        Map<Input, String> values = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            List<String> known = input == Input.LANGUAGE ? LANGUAGES : VALUES;
            if (random.nextInt(3) > 0) {
                values.put(input, known.get(random.nextInt(known.size())));
            }
        }
        return new Request(values);
    }

    @Provide
    Arbitrary<Program> programs() {
        return program(4);
    }

    private static Arbitrary<Program> program(int depth) {
        if (depth == 0) {
            return Arbitraries.just(Program.END);
        }
        Arbitrary<Program> next = Arbitraries.lazy(() -> program(depth - 1));
        Arbitrary<Program> reading = Combinators.combine(Arbitraries.of(Input.values()), next, next, next)
                .as((input, absent, one, other) -> {
                    List<String> values = input == Input.LANGUAGE ? LANGUAGES : VALUES;
                    return new Program(
                            input, Map.of(ReadsModel.ABSENT, absent, values.get(0), one, values.get(1), other));
                });
        return depth == 4 ? reading : Arbitraries.oneOf(reading, reading, Arbitraries.just(Program.END));
    }

    @Singleton
    @Requires(property = "scenario", value = "reads-model")
    static class Handlers {

        final Map<Integer, Program> programs = new ConcurrentHashMap<>();
    }

    @Controller("/reads-model")
    @Requires(property = "scenario", value = "reads-model")
    @Produces(MediaType.TEXT_PLAIN)
    static class Pages {

        private final Handlers handlers;
        private final HttpLocaleResolver locales;

        Pages(Handlers handlers, HttpLocaleResolver locales) {
            this.handlers = handlers;
            this.locales = locales;
        }

        @Get("/{program}")
        @HttpCached(ttl = "3s", staleWhileRevalidate = "2s")
        String run(int program) {
            HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
            return handlers.programs.getOrDefault(program, Program.END).run(input -> input.read(request, locales));
        }
    }

    /** Outside the cache. */
    @ServerFilter("/reads-model/**")
    @Requires(property = "scenario", value = "reads-model")
    static class OuterFilter implements Ordered {

        @Override
        public int getOrder() {
            return -1000;
        }

        @RequestFilter
        void filter(HttpRequest<?> request) {
            String value = request.getHeaders().get("X-Attribute");
            if (value != null) {
                request.setAttribute("attribute", value);
            }
        }
    }
}
