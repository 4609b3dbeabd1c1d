package io.httpcached.benchmark.server;

import io.httpcached.benchmark.application.HandlerRuns;
import io.netty.buffer.ByteBuf;
import java.util.SplittableRandom;

/**
 * Requests to a route with a path variable, whose values are drawn at random, each as likely as any other. The target
 * is written into one encoded request, so that choosing costs the same however many there are. Not thread-safe.
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
     * @param path the path up to the variable
     * @param numbers how many values the variable has, at most nine million
     */
    NumberedExchange(String path, int numbers) {
        this.server = InProcessServer.start();
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

    /** {@return the length of the response in bytes} */
    int requestAny() {
        return request(random.nextInt(numbers));
    }

    /** {@return how often the handler behind the response cache has run} */
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
