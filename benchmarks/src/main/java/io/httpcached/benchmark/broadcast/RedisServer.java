package io.httpcached.benchmark.broadcast;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** A Redis server from the PATH on the loopback interface, and one connection to it. For use by one thread. */
final class RedisServer implements AutoCloseable {

    private static final long PAUSE_NANOS = 10_000_000;
    private static final int ATTEMPTS = 1_000;

    private final Process process;
    private final int port;
    private final Socket socket;
    private final InputStream in;

    private RedisServer(Process process, int port) throws IOException {
        this.process = process;
        this.port = port;
        this.socket = connect();
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static RedisServer start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "redis-server",
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--tracking-table-max-keys",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new RedisServer(process, port);
    }

    private Socket connect() throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("redis-server accepts no connection on port " + port);
    }

    int port() {
        return port;
    }

    /** Returns the processor time of the thread that executes commands and writes replies, in nanoseconds. */
    long cpuNanos() throws IOException {
        String schedule = Files.readString(Path.of("/proc", Long.toString(process.pid()), "schedstat"));
        return Long.parseLong(schedule.substring(0, schedule.indexOf(' ')));
    }

    /** Sends a command, and does not wait for its reply. */
    void send(String... command) throws IOException {
        socket.getOutputStream().write(encode(command));
    }

    /** Sends encoded commands. */
    void send(byte[] commands) throws IOException {
        socket.getOutputStream().write(commands);
    }

    /** Reads the one-line replies to commands that were sent. */
    void receive(int replies) throws IOException {
        for (int i = 0; i < replies; i++) {
            String line = line();
            if (line.startsWith("-")) {
                throw new IOException(line);
            }
        }
    }

    /** Returns a number that INFO reports. */
    long info(String section, String name) throws IOException {
        send("INFO", section);
        byte[] text = in.readNBytes(Integer.parseInt(line().substring(1)) + 2);
        return new String(text, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith(name + ':'))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    static byte[] encode(String... command) {
        StringBuilder text =
                new StringBuilder().append('*').append(command.length).append("\r\n");
        Arrays.stream(command).forEach(part -> text.append('$')
                .append(part.length())
                .append("\r\n")
                .append(part)
                .append("\r\n"));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        process.destroyForcibly();
    }
}
