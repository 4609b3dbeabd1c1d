package io.httpcached.benchmark.application;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** Starts the application without a socket. */
public final class BenchmarkApplication {

    private BenchmarkApplication() {}

    /**
     * {@return the running application; to be closed by the caller}
     *
     * <p>All settings that the server has are left alone. The memory bound is far above what the largest benchmark
     * stores, which therefore never measures invalidation.
     */
    public static ApplicationContext start() {
        return ApplicationContext.run(Map.of(
                "micronaut.application.name",
                "benchmarks",
                "micronaut.caches." + RememberedPages.CACHE + ".maximum-size",
                1_000,
                "http-cache.memory.maximum-size",
                "3GB"));
    }
}
