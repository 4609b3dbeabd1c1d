package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a hit does none of the work that the cache is meant to save. */
class HitPathTest {

    private final TestServer server = TestServer.start("pure-hits");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pure/on-the-loop", "/pure/blocking"})
    void hitRunsNoHandlerNoBinderAndNoWriter(String target) {
        Work work = server.bean(Work.class);
        WireResponse miss = server.get(target);
        assertThat(miss.text()).isEqualTo("<made>");
        assertThat(work).hasToString("handled 1, bound 1, written 1");
        for (int i = 0; i < 3; i++) {
            WireResponse hit = server.get(target);
            assertThat(hit.isHit()).isTrue();
            assertThat(hit.text()).isEqualTo(miss.text());
            assertThat(hit.header("Content-Type")).isEqualTo(miss.header("Content-Type"));
        }
        server.head(target);
        assertThat(server.get(target, "If-None-Match: *").status()).isEqualTo(304);
        assertThat(work).hasToString("handled 1, bound 1, written 1");
    }

    @Test
    void hitStaysOnTheEventLoopOfTheRequest() {
        Threads threads = server.bean(Threads.class);
        server.get("/pure/blocking");
        assertThat(threads.ofHandler.get())
                .as("thread of the handler on a miss")
                .isNotSameAs(threads.ofRequest.get());
        for (int i = 0; i < 20; i++) {
            assertThat(server.get("/pure/blocking").isHit()).isTrue();
            assertThat(threads.ofResponse.get()).isSameAs(threads.ofRequest.get());
        }
    }

    /** Counts the steps that create a response. */
    @Singleton
    @Requires(property = "scenario", value = "pure-hits")
    static class Work {

        final AtomicInteger handled = new AtomicInteger();
        final AtomicInteger bound = new AtomicInteger();
        final AtomicInteger written = new AtomicInteger();

        @Override
        public String toString() {
            return "handled " + handled + ", bound " + bound + ", written " + written;
        }
    }

    /**
     * The argument of the handler.
     *
     * @param text some text
     */
    record Given(String text) {}

    /**
     * The result of the handler.
     *
     * @param text some text
     */
    record Made(String text) {}

    @Controller("/pure")
    @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
    @Requires(property = "scenario", value = "pure-hits")
    static class Pure {

        private final Work work;

        private final Threads threads;

        Pure(Work work, Threads threads) {
            this.work = work;
            this.threads = threads;
        }

        @Get("/on-the-loop")
        @Produces(MediaType.TEXT_HTML)
        Made onTheLoop(Given given) {
            work.handled.incrementAndGet();
            return new Made(given.text);
        }

        @Get("/blocking")
        @ExecuteOn(TaskExecutors.BLOCKING)
        @Produces(MediaType.TEXT_HTML)
        Made blocking(Given given) {
            threads.ofHandler.set(Thread.currentThread());
            work.handled.incrementAndGet();
            return new Made(given.text);
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "pure-hits")
    static class GivenBinder implements TypedRequestArgumentBinder<Given> {

        private final Work work;

        GivenBinder(Work work) {
            this.work = work;
        }

        @Override
        public Argument<Given> argumentType() {
            return Argument.of(Given.class);
        }

        @Override
        public BindingResult<Given> bind(ArgumentConversionContext<Given> context, HttpRequest<?> source) {
            work.bound.incrementAndGet();
            return () -> Optional.of(new Given("made"));
        }
    }

    @Singleton
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Produces(MediaType.TEXT_HTML)
    @Requires(property = "scenario", value = "pure-hits")
    static class MadeWriter implements MessageBodyWriter<Made> {

        private final Work work;

        MadeWriter(Work work) {
            this.work = work;
        }

        @Override
        public void writeTo(
                Argument<Made> type, MediaType mediaType, Made made, MutableHeaders headers, OutputStream out) {
            work.written.incrementAndGet();
            try {
                out.write(("<" + made.text + ">").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A filter before the cache, which records the threads of hits and misses. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "pure-hits")
    static class Threads implements Ordered {

        final AtomicReference<Thread> ofRequest = new AtomicReference<>();
        final AtomicReference<Thread> ofHandler = new AtomicReference<>();
        final AtomicReference<Thread> ofResponse = new AtomicReference<>();

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @RequestFilter
        void request() {
            ofRequest.set(Thread.currentThread());
        }

        @ResponseFilter
        void response() {
            ofResponse.set(Thread.currentThread());
        }
    }
}
