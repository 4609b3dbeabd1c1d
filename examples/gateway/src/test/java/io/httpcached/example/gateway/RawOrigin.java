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

/** An origin server whose responses a test writes byte by byte. It serves one request on each connection. */
final class RawOrigin implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private volatile Script script = (request, body, out) -> {};

    /** Answers a request. */
    @FunctionalInterface
    interface Script {

        /**
         * Writes the response. The connection is closed afterwards.
         *
         * @param request the request line and the header lines, without the body
         * @param body the stream from which the request body can be read
         * @param out the stream that the response is written to
         * @throws IOException if the connection is closed
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

    /** Answers every request with the same message, in the notation of {@link Wire#bytes}. */
    void answer(String response) {
        answer((request, body, out) -> out.write(Wire.bytes(response)));
    }

    /** Returns the received requests without their bodies. */
    List<Message> requests() {
        return requests;
    }

    Message lastRequest() {
        return requests.get(requests.size() - 1);
    }

    /**
     * Waits until the given number of responses have ended, either sent in full or cut off by the gateway. This shows
     * that the gateway does not leave the origin waiting for a body to be read.
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
            // The gateway may close the connection at any time.
        } finally {
            ended.release();
        }
    }
}
