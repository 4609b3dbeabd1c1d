package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests requests without pauses, some of which look up an entry before a response is stored and continue afterwards.
 */
class SteadyLoadTest {

    private static final int CLIENTS = 4;
    private static final int EXPIRIES = 300;

    private final TestServer server = TestServer.start("steady-load");
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicIntegerArray answers = new AtomicIntegerArray(CLIENTS);

    @AfterEach
    void stop() {
        done.set(true);
        clients.shutdownNow();
        server.close();
    }

    @ParameterizedTest(name = "{0} s later")
    @CsvSource({
        "15, refreshed in the background",
        "100, fetched again",
    })
    void handlerRunsOncePerExpiry(int seconds, String how) {
        Steady steady = server.bean(Steady.class);
        server.get("/steady");
        List<CompletableFuture<Void>> load = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            load.add(CompletableFuture.runAsync(() -> ask(client), clients));
        }
        for (int expiry = 1; expiry <= EXPIRIES; expiry++) {
            String old = String.valueOf(expiry);
            server.advance(Duration.ofSeconds(seconds));
            Eventually.get(() -> server.get("/steady").text(), text -> !text.equals(old));
            awaitRequests();
            assertThat(steady.runs).as("handler runs when %s", how).hasValue(expiry + 1);
        }
        done.set(true);
        load.forEach(CompletableFuture::join);
        assertThat(steady.runs).hasValue(EXPIRIES + 1);
    }

    private void ask(int client) {
        while (!done.get()) {
            assertThat(server.get("/steady").status()).isEqualTo(200);
            answers.incrementAndGet(client);
        }
    }

    /** Waits for all requests that have already started, so that no request overlaps with two expiries. */
    private void awaitRequests() {
        int[] before = IntStream.range(0, CLIENTS).map(answers::get).toArray();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            Eventually.get(() -> answers.get(client), count -> count > before[client]);
        }
    }

    @Controller("/steady")
    @Requires(property = "scenario", value = "steady-load")
    static class Steady {

        final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "10s", staleWhileRevalidate = "20s")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String show() {
            return String.valueOf(runs.incrementAndGet());
        }
    }
}
