package io.httpcached.suite.backend;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.Micronaut;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The application of a node in its own JVM. */
final class NodeApplication {

    private static final String SCENARIO = "node";

    private NodeApplication() {}

    public static void main(String[] arguments) {
        Micronaut.run(NodeApplication.class, arguments);
    }

    /** Returns the program that starts a node whose entries are in the given server. */
    static Program program(RealServer redis) {
        return program(redis, "4s");
    }

    /** Returns the program that starts a node with the given duration of leases. */
    static Program program(RealServer redis, String leaseDuration) {
        return Program.ofNode(
                NodeApplication.class,
                Map.of(
                        "scenario",
                        SCENARIO,
                        "redis.uri",
                        "redis://" + redis.host() + ':' + redis.port(),
                        "http-cache.backend",
                        "redis",
                        "http-cache.lease.enabled",
                        true,
                        "http-cache.lease.duration",
                        leaseDuration,
                        // On a busy machine, a reply may take longer than the default timeout, and then there would be
                        // no lease.
                        "http-cache.backend-timeout",
                        "5s"));
    }

    /** Pages that contain their node and the number of the handler run. */
    @Controller("/pages")
    @Requires(property = "scenario", value = SCENARIO)
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();
        private final Map<Integer, CountDownLatch> gates = new ConcurrentHashMap<>();
        private final int node;

        Pages(@Property(name = "micronaut.server.port") int node) {
            this.node = node;
        }

        @Get("/{n}")
        @HttpCached(ttl = "1h")
        String show(int n) {
            return page(n);
        }

        @Post("/{n}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String change(int n) {
            return "changed " + n;
        }

        /** Waits until the gate of the page on this node is opened. */
        @Get("/gated/{n}")
        @HttpCached(ttl = "1h", staleWhileRevalidate = "1h", tags = "gated:{n}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String gated(int n) throws InterruptedException {
            String page = page(n);
            gate(n).await();
            return page;
        }

        @Post("/gates/{n}")
        String open(int n) {
            gate(n).countDown();
            return "open";
        }

        @Post("/gates/{n}/closed")
        String close(int n) {
            gates.remove(n);
            return "closed";
        }

        @Post("/gated/{n}/outdated")
        @HttpCacheInvalidate(tags = "gated:{n}", soft = true)
        String outdate(int n) {
            return "outdated " + n;
        }

        @Get("/runs/count")
        int runs() {
            return runs.get();
        }

        private CountDownLatch gate(int n) {
            return gates.computeIfAbsent(n, closed -> new CountDownLatch(1));
        }

        private String page(int n) {
            return "page " + n + ", node " + node + ", run " + runs.incrementAndGet();
        }
    }
}
