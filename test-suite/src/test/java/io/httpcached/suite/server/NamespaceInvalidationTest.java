package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests invalidations of namespaces and of all entries. */
class NamespaceInvalidationTest {

    private static final List<String> TARGETS = List.of("/spaces/a/1", "/spaces/a/2", "/spaces/b/1", "/spaces/none");

    private final TestServer server = TestServer.start("namespaces", "spaces.second", "b");
    private final HttpCache cache = server.bean(HttpCache.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void invalidatesTheWholeNamespaceAndNoOther() {
        TARGETS.forEach(server::get);
        cache.invalidateNamespace("a").join();
        assertThat(hits()).containsExactly("/spaces/b/1", "/spaces/none");
    }

    @Test
    void resolvesPlaceholdersInNamespaces() {
        TARGETS.forEach(server::get);
        cache.invalidateNamespace("b").join();
        assertThat(hits()).containsExactly("/spaces/a/1", "/spaces/a/2", "/spaces/none");
    }

    @Test
    void invalidatesTagsInEveryNamespace() {
        TARGETS.forEach(server::get);
        cache.invalidateTags("space:1").toCompletableFuture().join();
        assertThat(hits()).containsExactly("/spaces/a/2", "/spaces/none");
    }

    @Test
    void invalidateAllAffectsEveryNamespace() {
        TARGETS.forEach(server::get);
        assertThat(hits()).isEqualTo(TARGETS);
        cache.clear().join();
        assertThat(hits()).isEmpty();
        assertThat(hits()).isEqualTo(TARGETS);
    }

    @Test
    void rejectsABlankNamespace() {
        assertThatThrownBy(() -> cache.invalidateNamespace(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The namespace must not be empty. Use clear() to invalidate routes without a namespace.");
    }

    private List<String> hits() {
        return TARGETS.stream().filter(target -> server.get(target).isHit()).toList();
    }

    @Controller("/spaces")
    @Requires(property = "scenario", value = "namespaces")
    static class Spaces {

        @Get("/a/{id}")
        @HttpCached(ttl = "1m", namespace = "a", tags = "space:{id}")
        String first(String id) {
            return id;
        }

        @Get("/b/{id}")
        @HttpCached(ttl = "1m", namespace = "${spaces.second}", tags = "space:{id}")
        String second(String id) {
            return id;
        }

        @Get("/none")
        @HttpCached(ttl = "1m")
        String none() {
            return "in none";
        }
    }
}
