package io.httpcached.suite.server;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests as they arrive, so that a test can wait until the given number of clients is waiting. An event loop
 * counts a request and passes it to the cache in the same task; one more request to each loop shows that these tasks
 * have ended.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = "scenario", pattern = "backend-outage|request-collapsing|result-tags|run-sharing")
final class Arrivals implements Ordered {

    private static final int LOOPS = 4 * Runtime.getRuntime().availableProcessors();

    private final Semaphore arrived = new Semaphore(0);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void count(HttpRequest<?> request) {
        arrived.release();
    }

    void await(TestServer server, int expected) throws InterruptedException {
        if (!arrived.tryAcquire(expected, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Only " + arrived.availablePermits() + " of " + expected + " arrived");
        }
        for (int i = 0; i < LOOPS; i++) {
            server.get("/fence");
        }
    }

    @Controller("/fence")
    @Requires(property = "scenario", pattern = "backend-outage|request-collapsing|result-tags|run-sharing")
    static class Fence {

        @Get
        String fence() {
            return "passed";
        }
    }
}
