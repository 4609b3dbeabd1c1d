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

/** What the handler is to answer in one exchange, and what it was asked. Thread-safe. */
final class Script {

    private static final int TIMEOUT_SECONDS = 10;

    private static final Handler NOT_TO_BE_REACHED =
            new Handler(598, List.of(), "The cache should have answered", false, false, null, List.of(), List.of());

    private final @Nullable Handler handler;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Semaphore refreshes = new Semaphore(0);
    private final CountDownLatch answered = new CountDownLatch(1);

    /**
     * One call of the handler.
     *
     * @param method the method of its request
     * @param fields the header lines of its request
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
     * @param name its name
     * @param value its value
     */
    record Field(String name, String value) {

        /** {@return the field that a line says} */
        static Field of(String line) {
            int colon = line.indexOf(':');
            return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    /**
     * A script for one exchange.
     *
     * @param handler what the handler is to answer, without placeholders; null if it is not to be reached
     */
    Script(@Nullable Handler handler) {
        this.handler = handler;
    }

    /**
     * {@return what to answer; something that no case expects if the handler is not to be reached}
     *
     * @throws IllegalStateException if the handler is to hang until the client has its answer, and that does not come
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
                throw new IllegalStateException("The client was left waiting");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says that the client has its answer. */
    void answered() {
        answered.countDown();
    }

    List<Call> calls() {
        return calls;
    }

    /** Says that a run apart from any client is over, and that what came of it is stored. */
    void refreshed() {
        refreshes.release();
    }

    boolean awaitRefresh() throws InterruptedException {
        return refreshes.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
