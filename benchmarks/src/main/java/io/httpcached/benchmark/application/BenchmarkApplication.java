package io.httpcached.benchmark.application;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;

/** Starts the application without a socket. */
public final class BenchmarkApplication {

    private BenchmarkApplication() {}

    /**
     * Starts the application, which the caller must close.
     *
     * <p>The server has its default settings. The memory limit is far above the size of all entries of the largest
     * benchmark of hits, so the store drops nothing during a measurement.
     *
     * @param settings properties in addition to these, or in their place
     */
    public static ApplicationContext start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("micronaut.application.name", "benchmarks");
        all.put("micronaut.caches." + CacheablePages.CACHE + ".maximum-size", 1_000);
        all.put("http-cache.memory.maximum-size", "3GB");
        all.putAll(settings);
        return ApplicationContext.run(all);
    }
}
