package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.httpcached.BackgroundRefresh;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.LogCapture;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestReceivedEvent;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.http.scope.RequestScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Tests that a background refresh begins and ends like a request, and can be distinguished from the requests of clients. */
class BackgroundRefreshTest {

    private static final String SKIPPED_FILTERS = "http-cache.refresh.skipped-filters";

    private TestServer server = TestServer.start("background-refresh");

    @AfterEach
    void stop() {
        server.close();
    }

    /** Stores a response, lets it become stale, and returns after its refresh has ended. */
    private void refresh(String target) {
        server.get(target);
        server.advance(Duration.ofSeconds(15));
        assertThat(server.get(target).cacheStatus()).isEqualTo("hit; ttl=-5");
        awaitEnd("refresh");
    }

    private void awaitEnd(String kind) {
        Eventually.get(() -> log().ends(), ends -> ends.contains(kind));
    }

    private EventLog log() {
        return server.bean(EventLog.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/refreshes/value",
                "/refreshes/stage",
                "/refreshes/mono",
                "/refreshes/failing",
                "/refreshes/rejected"
            })
    void refreshDestroysItsRequestScopedBeansOnce(String target) {
        refresh(target);
        Lifecycles lifecycles = server.bean(Lifecycles.class);
        Eventually.get(() -> List.copyOf(lifecycles.destroyed), destroyed -> destroyed.size() == 2);
        assertThat(lifecycles.destroyed).containsExactlyInAnyOrder(1, 2);
        assertThat(lifecycles.created).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/refreshes/value", "/refreshes/mono", "/refreshes/failing", "/refreshes/rejected"})
    void refreshPublishesTheEventsOfARequestOnce(String target) {
        refresh(target);
        // The end of a request is published after its response was sent.
        Eventually.get(() -> log().ends(), ends -> ends.size() == 3);
        assertThat(log().beginnings()).containsExactlyInAnyOrder("client", "client", "refresh");
        assertThat(log().ends()).containsExactlyInAnyOrder("client", "client", "refresh");
    }

    @Test
    void failingListenerDoesNotPreventTheNextRefresh() {
        log().failing = true;
        server.get("/refreshes/value");
        server.advance(Duration.ofSeconds(15));
        assertThat(server.get("/refreshes/value").text()).isEqualTo("run 1");
        awaitEnd("refresh");
        log().failing = false;
        Eventually.get(() -> server.get("/refreshes/value").text(), "run 2"::equals);
    }

    @Test
    void filtersCanDistinguishARefresh() {
        refresh("/refreshes/value");
        assertThat(server.bean(Observer.class).seen).containsExactly("client", "client", "refresh");
    }

    @Test
    void refreshIsNotInTheAccessLog() {
        server.close();
        server = TestServer.start("background-refresh", "micronaut.server.netty.access-logger.enabled", "true");
        try (LogCapture accessLog = new LogCapture("HTTP_ACCESS_LOGGER", Level.INFO)) {
            refresh("/refreshes/value");
            server.get("/refreshes/value");
            Eventually.get(accessLog::lines, lines -> lines.size() == 3);
            assertThat(accessLog.lines()).hasSize(3).allMatch(line -> line.contains("GET /refreshes/value"));
        }
    }

    @Test
    void configuredFilterIsSkipped() {
        server.close();
        server = TestServer.start("background-refresh", SKIPPED_FILTERS, Observer.class.getName());
        refresh("/refreshes/value");
        assertThat(server.bean(Observer.class).seen).containsExactly("client", "client");
        assertThat(Eventually.get(() -> server.get("/refreshes/value").text(), "run 2"::equals))
                .isEqualTo("run 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.micronaut.security.filters.SecurityFilter",
                "io.httpcached.server.filter.HttpCacheFilter",
                "no class",
                ".Filter"
            })
    void startupFailsForFiltersThatCannotBeSkipped(String name) {
        Throwable failure = catchThrowable(() ->
                TestServer.start("background-refresh", SKIPPED_FILTERS, name).close());
        assertThat(Stream.iterate(failure, each -> each != null, Throwable::getCause))
                .anySatisfy(each -> assertThat(each)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContainingAll(SKIPPED_FILTERS, "'" + name + "'"));
    }

    @Controller("/refreshes")
    @HttpCached(ttl = "10s", staleWhileRevalidate = "20s")
    @Requires(property = "scenario", value = "background-refresh")
    static class Refreshed {

        private final Resource resource;
        private final AtomicInteger runs = new AtomicInteger();

        Refreshed(Resource resource) {
            this.resource = resource;
        }

        private String run() {
            assertThat(resource.id()).isPositive();
            return "run " + runs.incrementAndGet();
        }

        @Get("/value")
        String value() {
            return run();
        }

        @Get("/stage")
        CompletionStage<String> stage() {
            String run = run();
            return CompletableFuture.supplyAsync(() -> run);
        }

        @Get("/mono")
        Mono<String> mono() {
            return Mono.fromSupplier(this::run);
        }

        @Get("/failing")
        String failing() {
            String run = run();
            if (runs.get() > 1) {
                throw new IllegalStateException("on purpose");
            }
            return run;
        }

        @Get("/rejected")
        String rejected() {
            return run();
        }
    }

    /** Opened when a method of it is first called during a request. */
    @RequestScope
    @Requires(property = "scenario", value = "background-refresh")
    static class Resource {

        private final Lifecycles lifecycles;
        private int id;

        Resource(Lifecycles lifecycles) {
            this.lifecycles = lifecycles;
        }

        @PostConstruct
        void open() {
            id = lifecycles.created.incrementAndGet();
        }

        int id() {
            return id;
        }

        @PreDestroy
        void close() {
            lifecycles.destroyed.add(id);
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "background-refresh")
    static class Lifecycles {

        final AtomicInteger created = new AtomicInteger();
        final Queue<Integer> destroyed = new ConcurrentLinkedQueue<>();
    }

    @Singleton
    @Requires(property = "scenario", value = "background-refresh")
    static class EventLog {

        private final Queue<String> beginnings = new ConcurrentLinkedQueue<>();
        private final Queue<String> ends = new ConcurrentLinkedQueue<>();
        volatile boolean failing;

        @EventListener
        void begin(HttpRequestReceivedEvent event) {
            beginnings.add(kind(event.getSource()));
            failIfRefresh(event.getSource());
        }

        @EventListener
        void end(HttpRequestTerminatedEvent event) {
            ends.add(kind(event.getSource()));
            failIfRefresh(event.getSource());
        }

        private void failIfRefresh(HttpRequest<?> request) {
            if (failing && BackgroundRefresh.isRefresh(request)) {
                throw new IllegalStateException("on purpose");
            }
        }

        List<String> beginnings() {
            return List.copyOf(beginnings);
        }

        List<String> ends() {
            return List.copyOf(ends);
        }
    }

    @ServerFilter("/refreshes/**")
    @Requires(property = "scenario", value = "background-refresh")
    static class Observer implements Ordered {

        final Queue<String> seen = new ConcurrentLinkedQueue<>();
        private final Resource resource;

        Observer(Resource resource) {
            this.resource = resource;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @RequestFilter
        @Nullable
        HttpResponse<?> observe(HttpRequest<?> request) {
            seen.add(kind(request));
            if (request.getPath().endsWith("rejected") && BackgroundRefresh.isRefresh(request)) {
                assertThat(resource.id()).isPositive();
                return HttpResponse.status(HttpStatus.FORBIDDEN);
            }
            return null;
        }
    }

    private static String kind(HttpRequest<?> request) {
        return BackgroundRefresh.isRefresh(request) ? "refresh" : "client";
    }
}
