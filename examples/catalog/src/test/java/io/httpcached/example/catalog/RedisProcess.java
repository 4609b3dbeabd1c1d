package io.httpcached.example.catalog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Redis server on a free port of the loopback interface, or the server at {@code REDIS_URL} if that is set. */
final class RedisProcess implements AutoCloseable {

    private static final String PROGRAM = "redis-server";
    private static final long START_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final String uri;
    private final Runnable end;

    private RedisProcess(String uri, Runnable end) {
        this.uri = uri;
        this.end = end;
    }

    static RedisProcess start() throws IOException {
        String given = System.getenv("REDIS_URL");
        if (given != null) {
            return new RedisProcess(given, () -> {});
        }
        int port = freePort();
        Process process = new ProcessBuilder(
                        program().toString(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitPort(process, port);
        return new RedisProcess("redis://127.0.0.1:" + port, process::destroy);
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        end.run();
    }

    private static Path program() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No Redis: REDIS_URL is not set, and there is no " + PROGRAM + " on the PATH"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(Process process, int port) {
        long deadline = System.nanoTime() + START_TIMEOUT_NANOS;
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
        process.destroy();
        throw new AssertionError(PROGRAM + " does not listen on port " + port);
    }
}
