package io.httpcached.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.BackgroundRefresh;
import io.httpcached.annotation.HttpCached;
import io.httpcached.server.store.CacheClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests that metrics and traces of requests do not contain background refreshes. */
class RefreshTelemetryTest {

    private static final String SKIPPED_FILTERS = "http-cache.refresh.skipped-filters";

    /** The filter of micronaut-micrometer has no order, so it is nearer to the handler than the cache and sees no hits. */
    private static final long MISSES = 1;

    private final HttpClient client = HttpClient.newHttpClient();

    private static EmbeddedServer start(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("micronaut.server.port", -1);
        return ApplicationContext.run(EmbeddedServer.class, properties, "test");
    }

    @Test
    void refreshIsNeitherMeasuredNorTraced() throws Exception {
        try (EmbeddedServer server = start(Map.of())) {
            refresh(server);
            assertThat(measured(server)).isEqualTo(MISSES);
            assertThat(spans(server)).isEqualTo(2);
            assertThat(get(server)).isEqualTo("run 2");
        }
    }

    /** The same requests, with a metrics filter that sees refreshes. */
    @Test
    void skippedFiltersCanBeConfigured() throws Exception {
        try (EmbeddedServer server = start(Map.of(SKIPPED_FILTERS, "com.example.OtherFilter"))) {
            refresh(server);
            assertThat(measured(server)).isEqualTo(MISSES + 1);
        }
    }

    /** Sends two requests, of which the second one starts a refresh, and returns after the refresh. */
    private void refresh(EmbeddedServer server) throws Exception {
        assertThat(get(server)).isEqualTo("run 1");
        server.getApplicationContext().getBean(SettableClock.class).advance(Duration.ofSeconds(15));
        assertThat(get(server)).isEqualTo("run 1");
        Semaphore refreshed = server.getApplicationContext().getBean(Refreshes.class).ended;
        assertThat(refreshed.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    private String get(EmbeddedServer server) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.getURI().resolve("/measured")).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static long measured(EmbeddedServer server) {
        SimpleMeterRegistry registry = server.getApplicationContext().getBean(SimpleMeterRegistry.class);
        return registry.find("http.server.requests").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static int spans(EmbeddedServer server) {
        return server.getApplicationContext().getBean(ServerSpans.class).ended();
    }

    @Factory
    static class Beans {

        @Singleton
        SettableClock clock() {
            return new SettableClock();
        }

        @Singleton
        CacheClock cacheClock(SettableClock clock) {
            return new CacheClock(clock);
        }

        @Singleton
        SimpleMeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @Singleton
    static class Refreshes {

        final Semaphore ended = new Semaphore(0);

        @EventListener
        void end(HttpRequestTerminatedEvent event) {
            if (BackgroundRefresh.isRefresh(event.getSource())) {
                ended.release();
            }
        }
    }

    @Controller("/measured")
    static class Measured {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "10s", staleWhileRevalidate = "20s")
        String show() {
            return "run " + runs.incrementAndGet();
        }
    }
}
