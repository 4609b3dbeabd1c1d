package io.httpcached.benchmark.application;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** Starts the application without a socket. */
public final class BenchmarkApplication {

    private BenchmarkApplication() {}

    /**
     * Starts the application, which the caller must close.
     *
     * <p>The server has its default settings. The memory limit is far above the size of all entries of the largest
     * benchmark, so the store drops nothing during a measurement.
     */
    public static ApplicationContext start() {
        return ApplicationContext.run(Map.of(
                "micronaut.application.name",
                "benchmarks",
                "micronaut.caches." + CacheablePages.CACHE + ".maximum-size",
                1_000,
                "http-cache.memory.maximum-size",
                "3GB"));
    }
}
