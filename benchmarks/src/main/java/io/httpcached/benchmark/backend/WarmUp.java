package io.httpcached.benchmark.backend;

/**
 * Repeats a request until the just-in-time compiler has seen it often enough. On a busy machine, a warm-up of fixed length
 * would have too few requests.
 */
final class WarmUp {

    private static final int REQUESTS = 25_000;

    private WarmUp() {}

    static void with(Runnable request) {
        for (int i = 0; i < REQUESTS; i++) {
            request.run();
        }
    }
}
