package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.server.Entries.TestRequest;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests custom argument binders. The key cannot contain what a binder reads, and only the running application knows its
 * binders.
 */
class BindersTest {

    @ParameterizedTest
    @CsvSource({
        "unexpected-binder, Parameter.show: the parameter 'zone'",
        "unexpected-binder-of-field, Field.show: the parameter 'zone'"
    })
    void startupFailsForABinderThatTheProcessorDidNotKnow(String scenario, String named) {
        assertThatThrownBy(() -> TestServer.start(scenario, "own.binder", true).close())
                .hasStackTraceContaining(named)
                .hasStackTraceContaining("BindersTest$ZoneBinder")
                .hasStackTraceContaining("keySource = KeySource.REQUEST_URI");
        TestServer.start(scenario).close();
    }

    @Test
    void requestUriKeyAndHeadersDeclareTheInputOfABinder() {
        try (TestServer server = TestServer.start("declared-binder", "own.binder", true)) {
            Entries entries = new Entries(server);
            entries.assertSeparate(
                    new TestRequest("/binders/declared", "X-Zone: UTC"),
                    new TestRequest("/binders/declared", "X-Zone: Europe/Vienna"));
            assertThat(server.get("/binders/declared").header("Vary")).isEqualTo("X-Zone");
        }
    }

    @Test
    void binderIsNotUsedForPathVariablesAndAnnotatedParameters() {
        try (TestServer server = TestServer.start("unasked-binder", "own.binder", true)) {
            Entries entries = new Entries(server);
            entries.assertSeparate("/binders/path/UTC", "/binders/path/GMT");
            entries.assertSeparate("/binders/query?zone=UTC", "/binders/query?zone=GMT");
            entries.assertShared(
                    new TestRequest("/binders/path/UTC", "X-Zone: UTC"),
                    new TestRequest("/binders/path/UTC", "X-Zone: GMT"));
        }
    }

    @Singleton
    @Requires(property = "own.binder")
    static class ZoneBinder implements TypedRequestArgumentBinder<ZoneId> {

        @Override
        public Argument<ZoneId> argumentType() {
            return Argument.of(ZoneId.class);
        }

        @Override
        public BindingResult<ZoneId> bind(ArgumentConversionContext<ZoneId> context, HttpRequest<?> source) {
            return () -> source.getHeaders()
                    .getFirst("X-Zone")
                    .or(() -> Optional.of("UTC"))
                    .map(ZoneId::of);
        }
    }

    @Controller("/binders/parameter")
    @Requires(property = "scenario", value = "unexpected-binder")
    static class Parameter {

        @Get
        @HttpCached(ttl = "1m")
        String show(ZoneId zone) {
            return "" + zone;
        }
    }

    @Introspected
    record Zoned(ZoneId zone) {}

    @Controller("/binders/field")
    @Requires(property = "scenario", value = "unexpected-binder-of-field")
    static class Field {

        @Get
        @HttpCached(ttl = "1m")
        String show(@RequestBean Zoned zoned) {
            return "" + zoned;
        }
    }

    @Controller("/binders/declared")
    @Requires(property = "scenario", value = "declared-binder")
    static class Declared {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI, vary = "X-Zone")
        String show(ZoneId zone) {
            return zone + " run " + runs.incrementAndGet();
        }
    }

    @Controller("/binders")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "unasked-binder")
    static class Unasked {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/path/{zone}")
        String path(ZoneId zone) {
            return zone + " run " + runs.incrementAndGet();
        }

        @Get("/query")
        String query(@QueryValue ZoneId zone) {
            return zone + " run " + runs.incrementAndGet();
        }
    }
}
