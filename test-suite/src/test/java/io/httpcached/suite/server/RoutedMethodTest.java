package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests methods in a spelling that the router of Micronaut takes for another method. */
class RoutedMethodTest {

    private final TestServer server = TestServer.start("routed-method");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Get", "head", "hEAD", "Options", "tRACE"})
    void safeMethodInAnySpellingInvalidatesNothing(String method) {
        server.get("/routed-method/1");
        server.send(method, "/routed-method/1");
        assertThat(server.get("/routed-method/1").isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Get", "hEAD"})
    void requestThatTheGetHandlerAnswersIsAnsweredFromTheStore(String method) {
        String stored = server.get("/routed-method/1").text();
        WireResponse answer = server.send(method, "/routed-method/1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isHit()).isTrue();
        assertThat(answer.text()).isIn(stored, "");
        assertThat(server.send(method, "/routed-method/2").status()).isEqualTo(200);
        assertThat(server.get("/routed-method/2").isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "Post", "POST"})
    void unsafeMethodInAnySpellingInvalidates(String method) {
        server.get("/routed-method/1");
        assertThat(server.send(method, "/routed-method/1", "Content-Length: 0").status())
                .isEqualTo(200);
        assertThat(server.get("/routed-method/1").isHit()).isFalse();
    }

    @Test
    void unknownMethodRunsNoHandlerAndInvalidatesNothing() {
        server.get("/routed-method/1");
        assertThat(server.send("GETS", "/routed-method/1").status()).isEqualTo(405);
        assertThat(server.get("/routed-method/1").isHit()).isTrue();
    }

    @Controller("/routed-method")
    @Requires(property = "scenario", value = "routed-method")
    @SuppressWarnings("httpcached:missing-invalidation")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/{id}")
        @HttpCached(ttl = "1h", requestDirectives = RequestDirectives.IGNORE)
        String show(long id) {
            return id + " run " + runs.incrementAndGet();
        }

        @Post("/{id}")
        void change(long id) {}
    }
}
