package io.httpcached.example.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A server of which a test writes every byte. It serves one request a connection. */
final class RawOrigin implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private volatile Script script = (request, body, out) -> {};

    /** What the origin does with a request. */
    @FunctionalInterface
    interface Script {

        /**
         * Answers; the connection is closed then.
         *
         * @param request the request line and the fields
         * @param body what follows them
         * @param out where the answer goes
         * @throws IOException if the connection is no more
         */
        void answer(Message request, InputStream body, OutputStream out) throws IOException;
    }

    RawOrigin() throws IOException {
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    void answer(Script next) {
        script = next;
    }

    /** Answers every request with the same message, written as {@link Wire#bytes} reads it. */
    void answer(String response) {
        answer((request, body, out) -> out.write(Wire.bytes(response)));
    }

    /** {@return the requests that came, without their bodies} */
    List<Message> requests() {
        return requests;
    }

    Message lastRequest() {
        return requests.get(requests.size() - 1);
    }

    /**
     * Waits until so many answers have ended, sent in full or cut off by the gateway: nobody leaves the origin waiting for a
     * body to be read.
     */
    void awaitEnds(int answers) throws InterruptedException {
        if (!ended.tryAcquire(answers, 20, TimeUnit.SECONDS)) {
            throw new AssertionError("Only " + ended.availablePermits() + " answers have ended");
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            Message request = Wire.head(in);
            requests.add(request);
            script.answer(request, in, connection.getOutputStream());
        } catch (IOException e) {
            // The gateway has closed the connection, as it may.
        } finally {
            ended.release();
        }
    }
}
