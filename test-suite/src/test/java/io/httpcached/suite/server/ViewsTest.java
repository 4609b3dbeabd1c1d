package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the cache stores the rendered page of a view, not its model. */
class ViewsTest {

    private final TestServer server = TestServer.start("views");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/views/annotated/Ann", "/views/blocking/Ann", "/views/model-and-view/Ann"})
    void hitReturnsTheRenderedPage(String target) {
        WireResponse miss = server.get(target);
        WireResponse hit = server.get(target);
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
        assertThat(hit.isHit()).isTrue();
        assertThat(miss.text()).contains("<p>Hello Ann, run 1</p>");
        assertThat(hit.text()).isEqualTo(miss.text());
        assertThat(hit.header("Content-Type")).startsWith("text/html").isEqualTo(miss.header("Content-Type"));
        assertThat(server.get(target, "If-None-Match: " + miss.header("ETag")).status())
                .isEqualTo(304);
    }

    @Controller("/views")
    @HttpCached(ttl = "1m")
    @Produces(MediaType.TEXT_HTML)
    @Requires(property = "scenario", value = "views")
    @SuppressWarnings("httpcached:missing-locale")
    static class Views {

        private final AtomicInteger runs = new AtomicInteger();

        private Map<String, Object> model(String name) {
            return Map.of("name", name, "run", runs.incrementAndGet());
        }

        @Get("/annotated/{name}")
        @View("greeting")
        Map<String, Object> annotated(String name) {
            return model(name);
        }

        @Get("/blocking/{name}")
        @View("greeting")
        @ExecuteOn(TaskExecutors.BLOCKING)
        Map<String, Object> blocking(String name) {
            return model(name);
        }

        @Get("/model-and-view/{name}")
        ModelAndView<Map<String, Object>> modelAndView(String name) {
            return new ModelAndView<>("greeting", model(name));
        }
    }
}
