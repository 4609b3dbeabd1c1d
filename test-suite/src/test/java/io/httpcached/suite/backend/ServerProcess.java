package io.httpcached.suite.backend;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server process on the loopback interface that a test can kill, halt and restart on the same port. It has its own
 * working folder and is stopped when the JVM ends, if not before. For use by one thread.
 */
public final class ServerProcess implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int SHOWN_LOG_LINES = 20;

    private static final Set<ServerProcess> STARTED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(ServerProcess::close)));
    }

    private final Program program;
    private final int port;
    private final Path folder;
    private volatile Process process;

    private ServerProcess(Program program, int port, Path folder) {
        this.program = program;
        this.port = port;
        this.folder = folder;
        this.process = launch();
    }

    /** Starts a server on a free port, and waits until it accepts connections. */
    public static ServerProcess start(Program program) {
        return start(program, FreePort.next());
    }

    /** Starts a server on a port, and waits until it accepts connections. */
    static ServerProcess start(Program program, int port) {
        try {
            ServerProcess started = new ServerProcess(program, port, Files.createTempDirectory("server-" + port + "-"));
            STARTED.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RealServer server() {
        return new RealServer(HOST, port, program.origin());
    }

    public int port() {
        return port;
    }

    /** Kills the process without an orderly shutdown, as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the server again on the same port, after {@link #kill()}. */
    public void restart() {
        process = launch();
    }

    /** Halts the process: the kernel continues to accept connections and bytes for it, but there are no replies. */
    public void halt() {
        signal("STOP");
    }

    /** Resumes the process after {@link #halt()}. */
    public void proceed() {
        signal("CONT");
    }

    /** Returns what the process has written, also before it was killed. */
    public List<String> logLines() {
        try {
            return Files.readAllLines(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        STARTED.remove(this);
        try {
            deleteFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        try {
            Process launched = new ProcessBuilder(program.on(port))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            awaitListening(launched);
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitListening(Process launched) throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        while (!RealServer.listens(HOST, port)) {
            if (!launched.isAlive() || System.nanoTime() > deadline) {
                launched.destroyForcibly();
                String log = endOfLog();
                deleteFolder();
                throw new IllegalStateException(program.on(port) + " does not listen:\n" + log);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void deleteFolder() throws IOException {
        File[] files = folder.toFile().listFiles();
        if (files != null) {
            for (File file : files) {
                Files.deleteIfExists(file.toPath());
            }
        }
        Files.deleteIfExists(folder);
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String endOfLog() {
        List<String> lines = logLines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
    }
}
