package io.httpcached.test;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.order.Ordered;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sets the defaults of the test kit. Each value that the application configures wins, wherever it is set. Micronaut creates this
 * class; tests do not use it.
 *
 * <ul>
 *   <li>{@code http-cache.unkeyed-reads: fail}, so that a request fails if code behind the cache reads a part of it that is not in
 *       the key.
 *   <li>{@code micronaut.server.date-header: false}, because the server's {@code Date} follows real time: with
 *       {@link CacheTestClock} moved forward, each new response would seem old. Without it, the cache sets {@code Date} by the
 *       clock.
 * </ul>
 */
@ContextConfigurer
public final class CacheTestDefaults implements ApplicationContextConfigurer {

    private static final String UNKEYED_READS = "http-cache.unkeyed-reads";

    /** The deprecated form of {@link #UNKEYED_READS}. Startup fails if both are set and contradict each other. */
    private static final String ISOLATE_HANDLERS = "http-cache.isolate-handlers";

    private static final String DATE_HEADER = "micronaut.server.date-header";

    /** Creates the defaults. */
    public CacheTestDefaults() {}

    @Override
    public void configure(ApplicationContext context) {
        Environment environment = context.getEnvironment();
        Map<String, Object> defaults = new LinkedHashMap<>();
        if (!environment.containsProperty(UNKEYED_READS) && !environment.containsProperty(ISOLATE_HANDLERS)) {
            defaults.put(UNKEYED_READS, "fail");
        }
        if (!environment.containsProperty(DATE_HEADER)) {
            defaults.put(DATE_HEADER, false);
        }
        // The lowest precedence, so that a value that the application sets later, as @Property on a method does, wins
        // too.
        environment.addPropertySource(PropertySource.of("httpcached-test", defaults, Ordered.HIGHEST_PRECEDENCE));
    }
}
