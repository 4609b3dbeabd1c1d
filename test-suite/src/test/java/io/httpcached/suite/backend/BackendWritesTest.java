package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.server.report.BackendStatistics;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests a backend that is slower than the writes to it. */
class BackendWritesTest {

    private static final int BODY = 100_000;
    private static final int PENDING = 1_000_000;
    private static final int REQUESTS = 40;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay network = Relay.to(redis.server());
    private final ExecutorService clients = Executors.newFixedThreadPool(REQUESTS);
    private final TestServer server = TestServer.start(
            "backend-writes",
            "redis.uri",
            "redis://127.0.0.1:" + network.port(),
            "http-cache.backend",
            "redis",
            "http-cache.max-pending-writes",
            PENDING,
            // A response that waited for its write would not arrive before the end of the fault.
            "http-cache.backend-timeout",
            "60s",
            "http-cache.redis.command-timeout",
            "60s");

    @AfterEach
    void stop() {
        network.close();
        redis.close();
        server.close();
        clients.shutdownNow();
    }

    @Test
    void pendingWritesAreBoundedAndDelayNoResponse() {
        Pages pages = server.bean(Pages.class);
        List<CompletableFuture<WireResponse>> underWay = IntStream.range(0, REQUESTS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> server.get("/large/" + i), clients))
                .toList();
        Eventually.get(pages.running::get, running -> running == REQUESTS);
        network.begin(Fault.HANG);
        pages.gate.countDown();
        List<WireResponse> answers =
                underWay.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).hasSize(BODY);
        });
        long stored = answers.stream()
                .filter(answer -> answer.cacheStatus().contains("stored"))
                .count();
        assertThat(stored).isBetween(1L, (long) PENDING / BODY);
        assertThat(statistics().writesDropped()).isEqualTo(REQUESTS - stored);

        network.end();
        Eventually.get(() -> RedisServers.entries(redis.server()), entries -> entries == stored);
        Eventually.get(() -> server.get("/large/1000"), WireResponse::isHit);
    }

    private RemoteStatistics statistics() {
        return server.bean(BackendStatistics.class).byName().values().iterator().next();
    }

    @Controller("/large")
    @Requires(property = "scenario", value = "backend-writes")
    static class Pages {

        final AtomicInteger running = new AtomicInteger();
        final CountDownLatch gate = new CountDownLatch(1);

        @Get("/{n}")
        @HttpCached(ttl = "1h")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String show(int n) throws InterruptedException {
            running.incrementAndGet();
            gate.await();
            return "x".repeat(BODY);
        }
    }
}
