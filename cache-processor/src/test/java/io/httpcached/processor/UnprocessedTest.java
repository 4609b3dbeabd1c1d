package io.httpcached.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Controllers that were compiled without this processor: startup fails, because their annotations would have no effect. */
@TestInstance(Lifecycle.PER_CLASS)
class UnprocessedTest {

    private URLClassLoader loader;

    @BeforeAll
    void compile(@TempDir Path output) throws Exception {
        ForkedCompilation compilation =
                ForkedCompilation.without("cache-processor/target/classes", Golden.children("unprocessed"), output);
        assertThat(compilation.messages()).isEmpty();
        loader = compilation.classLoader();
    }

    @AfterAll
    void close() throws IOException {
        loader.close();
    }

    @Test
    void startupFailsForACachedRoute() {
        assertThatThrownBy(() -> start("cached", true))
                .isInstanceOf(BeanInstantiationException.class)
                .rootCause()
                .hasMessageStartingWith("@HttpCached on unprocessed.CachedController.shown has no effect")
                .hasMessageContaining("httpcached-processor");
    }

    @Test
    void startupFailsForAnInvalidatingRoute() {
        assertThatThrownBy(() -> start("invalidating", true))
                .isInstanceOf(BeanInstantiationException.class)
                .rootCause()
                .hasMessageStartingWith(
                        "@HttpCacheInvalidate on unprocessed.InvalidatingController.change has no effect");
    }

    @Test
    void startsWithoutAnnotatedRoutes() {
        start("other", true).close();
    }

    @Test
    void startupFailsIfOnlyInvalidationsAreEnabled() {
        assertThatThrownBy(() -> start("invalidating", false, true))
                .isInstanceOf(BeanInstantiationException.class)
                .rootCause()
                .hasMessageStartingWith(
                        "@HttpCacheInvalidate on unprocessed.InvalidatingController.change has no effect");
    }

    @Test
    void startsIfNothingIsEnabled() {
        start("cached", false).close();
        start("invalidating", false).close();
    }

    private ApplicationContext start(String scenario, boolean enabled) {
        return start(scenario, enabled, enabled);
    }

    private ApplicationContext start(String scenario, boolean enabled, boolean invalidating) {
        return ApplicationContext.builder(loader, "test")
                .properties(Map.of(
                        "scenario",
                        scenario,
                        "http-cache.enabled",
                        enabled,
                        "http-cache.invalidation.enabled",
                        invalidating))
                .start();
    }
}
