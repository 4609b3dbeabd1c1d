package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSearchTest {

    @Test
    void takesTheFirstServerFound() {
        RealServer found = ServerSearch.of("Redis", Map.of())
                .environment("TEST_REDIS_URL")
                .program("nothing", Optional::empty)
                .program("redis", () -> Optional.of(RedisServers.program()))
                .program("a program that fails", () -> {
                    throw new AssertionError("looked further than needed");
                })
                .find();
        assertThat(RealServer.listens(found.host(), found.port())).isTrue();
    }

    @Test
    void failsAndListsAllPlacesIfThereIsNoServer() {
        ServerSearch search = ServerSearch.of("Redis", Map.of())
                .environment("TEST_REDIS_URL")
                .program("redis-server on the PATH", Optional::empty);
        assertThatThrownBy(search::find)
                .hasMessage(
                        "There is no Redis to test against: the environment variable TEST_REDIS_URL is not set; redis-server on the PATH was not found.");
    }

    @Test
    void failsIfTheServerInTheEnvironmentDoesNotListen() {
        String url = "redis://127.0.0.1:" + FreePort.next();
        ServerSearch search = ServerSearch.of("Redis", Map.of("TEST_REDIS_URL", url))
                .environment("TEST_REDIS_URL")
                .program("redis", () -> Optional.of(RedisServers.program()));
        assertThatThrownBy(search::find).hasMessage("Nothing listens at " + url + ", which TEST_REDIS_URL names.");
    }

    @Test
    void failsWithTheOutputOfAProgramThatEndsAtOnce() {
        Program broken = new Program(List.of("sh", "-c", "echo no such option"), port -> List.of(), "a script");
        assertThatThrownBy(() -> ServerProcess.start(broken)).hasMessageContaining("no such option");
    }

    @Test
    void jarContainsAServerForThisSystem() {
        try (ServerProcess process = ServerProcess.start(RedisServers.inJar().orElseThrow())) {
            assertThat(RealServer.listens("127.0.0.1", process.port())).isTrue();
        }
    }

    @Test
    void serverCanBeKilledAndRestartedOnItsPort() {
        try (ServerProcess process = ServerProcess.start(RedisServers.program())) {
            RealServer server = process.server();
            process.kill();
            assertThat(RealServer.listens(server.host(), server.port())).isFalse();
            process.restart();
            assertThat(RealServer.listens(server.host(), server.port())).isTrue();
        }
    }
}
