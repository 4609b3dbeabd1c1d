package io.httpcached.suite.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** Real Redis servers: one that all tests share, and others that a test may break. */
final class RedisServers {

    private RedisServers() {}

    /** {@return a server that lives as long as the JVM; tests keep apart by their keys} */
    static RealServer shared() {
        return Shared.SERVER;
    }

    /** {@return the program, for servers of a test's own} */
    static Program program() {
        return onPath().or(RedisServers::inJar)
                .orElseThrow(() ->
                        new IllegalStateException("There is no Redis to start: redis-server is not on the PATH, and"
                                + " the jar embedded-redis has none for this system."));
    }

    private static Optional<Program> onPath() {
        return Program.onPath("redis-server", RedisServers::arguments);
    }

    /** {@return the program in the jar, if it has one for this system} */
    static Optional<Program> inJar() {
        Map<OsArchitecture, String> binaries = ExecutableProvider.newProvidedVersionsMap();
        if (!binaries.containsKey(OsArchitecture.detectOSandArchitecture())) {
            return Optional.empty();
        }
        try {
            String file =
                    ExecutableProvider.newJarResourceProvider(binaries).get().getPath();
            return Optional.of(new Program(List.of(file), RedisServers::arguments, "the jar embedded-redis"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(int port) {
        return List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
    }

    private static final class Shared {

        static final RealServer SERVER = ServerSearch.of("Redis")
                .environment("TEST_REDIS_URL")
                .program("redis-server on the PATH", RedisServers::onPath)
                .container("redis:7.4", 6379)
                .program("redis-server in the jar embedded-redis", RedisServers::inJar)
                .find();

        private Shared() {}
    }
}
