package io.httpcached.cachetck;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Starts applications with the caches that the specifications use. */
final class Caches {

    private Caches() {}

    static ApplicationContext inMemory() {
        return run(Map.of("http-cache.backend", "memory"));
    }

    static ApplicationContext inRedis() {
        return run(Map.of(
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "10s",
                "http-cache.key-prefix",
                UUID.randomUUID() + ":",
                "redis.uri",
                "redis://127.0.0.1:" + Redis.port()));
    }

    private static ApplicationContext run(Map<String, Object> store) {
        Map<String, Object> properties = new HashMap<>(store);
        for (String name : new String[] {"counter", "counter2", "test"}) {
            properties.put("http-cache.caches." + name + ".ttl", "1h");
        }
        return ApplicationContext.run(properties);
    }
}
