package io.httpcached.suite.conformance;

import io.httpcached.suite.conformance.Case.Handler;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The response that the handler returns in one exchange, and the requests that it received. Thread-safe. */
final class Script {

    private static final int TIMEOUT_SECONDS = 10;

    private static final Handler NOT_TO_BE_REACHED =
            new Handler(598, List.of(), "The cache should have answered", false, false, null, List.of(), List.of());

    private final @Nullable Handler handler;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Semaphore refreshes = new Semaphore(0);
    private final CountDownLatch answered = new CountDownLatch(1);

    /**
     * A call of the handler.
     *
     * @param method the method of the request
     * @param fields the header lines of the request
     */
    record Call(String method, List<Field> fields) {

        List<String> values(String name) {
            return fields.stream()
                    .filter(field -> field.name.equalsIgnoreCase(name))
                    .map(Field::value)
                    .toList();
        }
    }

    /**
     * A header line.
     *
     * @param name the name
     * @param value the value
     */
    record Field(String name, String value) {

        /** Parses a header line. */
        static Field of(String line) {
            int colon = line.indexOf(':');
            return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    /**
     * Creates a script for one exchange.
     *
     * @param handler the handler's response, without placeholders; null if the handler must not run
     */
    Script(@Nullable Handler handler) {
        this.handler = handler;
    }

    /**
     * Records a call and returns the response of the handler. If the handler must not run, this is a response that no
     * case expects.
     *
     * @throws IllegalStateException if the handler hangs until the client has a response, but the client receives none
     *     in time
     */
    Handler called(HttpRequest<?> request) {
        List<Field> fields = new ArrayList<>();
        request.getHeaders().forEachValue((name, value) -> fields.add(new Field(name, value)));
        calls.add(new Call(request.getMethodName(), fields));
        if (handler == null) {
            return NOT_TO_BE_REACHED;
        }
        if (handler.hangs()) {
            awaitClient();
        }
        return handler;
    }

    private void awaitClient() {
        try {
            if (!answered.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The client received no response in time");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records that the client has received the response. */
    void answered() {
        answered.countDown();
    }

    List<Call> calls() {
        return calls;
    }

    /** Records that a background refresh has ended and that its response is stored. */
    void refreshed() {
        refreshes.release();
    }

    boolean awaitRefresh() throws InterruptedException {
        return refreshes.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
