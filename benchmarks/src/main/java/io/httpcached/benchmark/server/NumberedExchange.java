package io.httpcached.benchmark.server;

import io.httpcached.benchmark.application.HandlerRuns;
import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Sends requests to a route with a path variable. It draws the values from a uniform random distribution and writes
 * them into one encoded request, so the cost of a choice does not depend on the number of values. Not thread-safe.
 */
final class NumberedExchange implements AutoCloseable {

    private static final int FIRST = 1_000_000;
    private static final int DIGITS = 7;
    private static final int OK = 200;

    private final InProcessServer server;
    private final ByteBuf request;
    private final int offset;
    private final int numbers;
    private final SplittableRandom random = new SplittableRandom(20_260_101);

    /**
     * Starts the application.
     *
     * @param path the path before the variable
     * @param numbers the number of values of the variable, at most nine million
     */
    NumberedExchange(String path, int numbers) {
        this(path, numbers, Map.of());
    }

    /**
     * Starts the application with settings.
     *
     * @param path the path before the variable
     * @param numbers the number of values of the variable, at most nine million
     * @param settings properties in addition to those of the application, or in their place
     */
    NumberedExchange(String path, int numbers, Map<String, Object> settings) {
        this.server = InProcessServer.start(settings);
        this.request = Requests.get(path + FIRST);
        this.offset = "GET ".length() + path.length();
        this.numbers = numbers;
    }

    /** Requests each number once. */
    void requestAll() {
        for (int i = 0; i < numbers; i++) {
            request(i);
        }
    }

    /** Sends a request for a random number and returns the length of the response in bytes. */
    int requestAny() {
        return request(random.nextInt(numbers));
    }

    /** Returns the number of handler runs behind the response cache. */
    long handlerRuns() {
        return server.bean(HandlerRuns.class).count();
    }

    private int request(int index) {
        int rest = FIRST + index;
        for (int i = DIGITS - 1; i >= 0; i--) {
            request.setByte(offset + i, '0' + rest % 10);
            rest /= 10;
        }
        return server.exchange(request, OK);
    }

    @Override
    public void close() {
        server.close();
    }
}
