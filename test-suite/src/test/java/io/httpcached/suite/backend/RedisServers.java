package io.httpcached.suite.backend;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** Starts Redis servers: one that all tests share, and others that a test may break. */
public final class RedisServers {

    private static final Pattern STATISTIC = Pattern.compile("cmdstat_([^:]+):calls=(\\d+)");
    private static final Set<String> HOUSEKEEPING =
            Set.of("hello", "ping", "info", "config|resetstat", "config", "client|setinfo", "client");

    private RedisServers() {}

    /** Returns a server that runs as long as the JVM. Tests separate their data by keys. */
    public static RealServer shared() {
        return Shared.SERVER;
    }

    /** Returns the program, for a test that needs its own server. */
    public static Program program() {
        return onPath().or(RedisServers::inJar)
                .orElseThrow(
                        () -> new IllegalStateException("Redis cannot be started: redis-server is not on the PATH, and"
                                + " the jar embedded-redis has none for this system."));
    }

    /** Returns the properties of an application that uses a server. */
    public static Map<String, Object> properties(RealServer server) {
        return Map.of("redis.uri", "redis://" + server.host() + ":" + server.port());
    }

    /** Returns the number of connections to a server, without the one that asks. */
    static long clients(RealServer server) {
        return ask(server, redis -> redis.clientList().lines().count() - 1);
    }

    /** Returns the number of keys in a server. */
    static long keys(RealServer server) {
        return ask(server, RedisCommands::dbsize);
    }

    /** Returns the number of entries in a server with any key prefix. */
    static long entries(RealServer server) {
        return ask(server, redis -> redis.keys("*:e:*").size());
    }

    /**
     * Records the commands that a server receives during an activity.
     *
     * @param server the server
     * @param activity the activity that sends the commands
     * @return the name of each received command, with repetitions, without the commands that open connections
     */
    static List<String> commandsDuring(RealServer server, Runnable activity) {
        ask(server, redis -> redis.configResetstat().length());
        activity.run();
        List<String> commands = new ArrayList<>();
        ask(server, redis -> {
            Matcher statistic = STATISTIC.matcher(redis.info("commandstats"));
            while (statistic.find()) {
                if (!HOUSEKEEPING.contains(statistic.group(1))) {
                    commands.addAll(Collections.nCopies(Integer.parseInt(statistic.group(2)), statistic.group(1)));
                }
            }
            return commands.size();
        });
        return commands;
    }

    /** Sends commands to a server. */
    public static void tell(RealServer server, Consumer<RedisCommands<String, String>> commands) {
        ask(server, redis -> {
            commands.accept(redis);
            return 0;
        });
    }

    private static long ask(RealServer server, ToLongFunction<RedisCommands<String, String>> question) {
        RedisClient client = RedisClient.create(RedisURI.create(server.host(), server.port()));
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return question.applyAsLong(connection.sync());
        } finally {
            client.shutdown();
            var unused = client.getResources().shutdown();
        }
    }

    private static Optional<Program> onPath() {
        return Program.onPath("redis-server", RedisServers::arguments);
    }

    /** Returns the program in the jar, if the jar contains one for this operating system. */
    static Optional<Program> inJar() {
        return Jar.PROGRAM;
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

    /** The jar is unpacked once. */
    private static final class Jar {

        static final Optional<Program> PROGRAM = unpack();

        private Jar() {}

        private static Optional<Program> unpack() {
            Map<OsArchitecture, String> binaries = ExecutableProvider.newProvidedVersionsMap();
            if (!binaries.containsKey(OsArchitecture.detectOSandArchitecture())) {
                return Optional.empty();
            }
            try {
                File file = ExecutableProvider.newJarResourceProvider(binaries).get();
                return Optional.of(
                        new Program(List.of(file.getPath()), RedisServers::arguments, "the jar embedded-redis"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
