package io.httpcached.suite.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts Memcached servers: one that all tests share, and others that a test may break. */
public final class MemcachedServers {

    private MemcachedServers() {}

    /** Returns a server that runs as long as the JVM. Tests separate their data by keys. */
    public static RealServer shared() {
        return Shared.SERVER;
    }

    /** Returns the program, for a test that needs its own server. */
    public static Program program() {
        return onPath().orElseThrow(() ->
                new IllegalStateException("Memcached cannot be started: install memcached so that it is on the PATH."));
    }

    /** Returns the properties of an application that uses a server. */
    public static Map<String, Object> properties(RealServer server) {
        return Map.of("http-cache.memcached.servers", server.host() + ":" + server.port());
    }

    private static Optional<Program> onPath() {
        return Program.onPath("memcached", MemcachedServers::arguments);
    }

    private static List<String> arguments(int port) {
        List<String> arguments = new ArrayList<>(List.of("-l", "127.0.0.1", "-p", Integer.toString(port), "-U", "0"));
        if (System.getProperty("user.name").equals("root")) {
            // Memcached does not run as root.
            arguments.addAll(List.of("-u", "nobody"));
        }
        return arguments;
    }

    private static final class Shared {

        static final RealServer SERVER = ServerSearch.of("Memcached")
                .environment("TEST_MEMCACHED_URL")
                .program("memcached on the PATH", MemcachedServers::onPath)
                .container("memcached:1.6", 11211)
                .find();

        private Shared() {}
    }
}
