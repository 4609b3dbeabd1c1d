package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.client.ProxyHttpClient;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Tests that a cache in front of the application, here another HttpCached, revalidates what the application can invalidate. */
class CacheInFrontTest {

    private final TestServer application = TestServer.start("behind");
    private final TestServer front = TestServer.start(
            "in-front",
            "test.application",
            "http://localhost:" + application.port(),
            "micronaut.http.client.exception-on-error-status",
            false);
    private final AtomicInteger runs = application.bean(Behind.class).runs;

    @AfterEach
    void stop() {
        front.close();
        application.close();
    }

    @Test
    void revalidatesWithTheApplicationWhichAnswersFromItsCache() {
        assertThat(front.get("/tagged").text()).isEqualTo("tagged 1");
        WireResponse second = front.get("/tagged");
        assertThat(second.text()).isEqualTo("tagged 1");
        assertThat(second.headers("Cache-Status"))
                .anySatisfy(status -> assertThat(status).contains("hit"))
                .anySatisfy(status -> assertThat(status).contains("fwd=stale; fwd-status=304"));
        assertThat(runs).hasValue(1);
    }

    @Test
    void servesAnInvalidatedResponseToNobody() {
        front.get("/tagged");
        application.invalidateTags("news");
        assertThat(front.get("/tagged").text()).isEqualTo("tagged 2");
        assertThat(front.get("/tagged").text()).isEqualTo("tagged 2");
    }

    @Test
    void answersItselfWhatNothingInvalidates() {
        front.get("/plain");
        assertThat(front.get("/plain").headers("Cache-Status"))
                .last()
                .asString()
                .startsWith("HttpCached; hit");
        assertThat(runs).hasValue(1);
    }

    @Controller
    @Requires(property = "scenario", value = "behind")
    static class Behind {

        final AtomicInteger runs = new AtomicInteger();

        @Get("/tagged")
        @HttpCached(ttl = "10m", tags = "news")
        String tagged() {
            return "tagged " + runs.incrementAndGet();
        }

        @Get("/plain")
        @HttpCached(ttl = "10m")
        String plain() {
            return "plain " + runs.incrementAndGet();
        }
    }

    @Controller
    @Requires(property = "scenario", value = "in-front")
    @Produces(MediaType.ALL)
    static class InFront {

        private final ProxyHttpClient proxy;
        private final URI application;

        InFront(ProxyHttpClient proxy, @Property(name = "test.application") URI application) {
            this.proxy = proxy;
            this.application = application;
        }

        @Get("/{+path}")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        Mono<MutableHttpResponse<?>> forward(String path, HttpRequest<?> request) {
            return Mono.from(proxy.proxy(request.mutate().uri(application.resolve(request.getUri()))));
        }
    }
}
