package io.httpcached.suite.load;

import io.httpcached.suite.backend.Program;
import io.micronaut.runtime.Micronaut;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The application of a node under load, in its own JVM. */
final class LoadApplication {

    static final String SCENARIO = "long-load";

    private LoadApplication() {}

    public static void main(String[] arguments) {
        Micronaut.run(LoadApplication.class, arguments);
    }

    /**
     * Returns the program that starts a node.
     *
     * @param redisPort the port of Redis or of the relay in front of it
     * @param versions the file with the versions of the pages
     * @param allocator the type of Netty's allocator; {@code pooled} counts the buffers in use
     * @param settings further properties of the application
     */
    static Program program(int redisPort, Path versions, String allocator, Map<String, Object> settings) {
        Map<String, Object> properties = new LinkedHashMap<>(settings);
        properties.put("scenario", SCENARIO);
        properties.put("load.versions", versions);
        properties.put("redis.uri", "redis://127.0.0.1:" + redisPort);
        properties.put("http-cache.backend", "redis");
        properties.put("http-cache.backend-timeout", "200ms");
        properties.put("http-cache.collapse-timeout", "500ms");
        properties.put("http-cache.circuit-breaker.retry-after", "500ms");
        properties.put("http-cache.refresh.max-concurrent", 4);
        properties.put("http-cache.lease.enabled", true);
        properties.put("http-cache.lease.duration", "2s");
        properties.put("http-cache.memory.maximum-size", "4MB");
        // The client learns whether the other node may show the old version.
        properties.put("http-cache.invalidation.on-failure", "fail");
        // A pool that keeps its threads, so that the number of threads is comparable.
        properties.put("micronaut.executors.blocking.type", "fixed");
        properties.put("micronaut.executors.blocking.n-threads", 24);
        return Program.ofNode(LoadApplication.class, properties)
                .withJvmOptions(
                        "-Dlogback.configurationFile=logback-load.xml",
                        "-Dio.netty.leakDetection.level=paranoid",
                        "-Dio.netty.allocator.type=" + allocator,
                        // Buffers in the caches of threads would count as buffers in use.
                        "-Dio.netty.allocator.smallCacheSize=0",
                        "-Dio.netty.allocator.normalCacheSize=0");
    }
}
