package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import io.httpcached.suite.backend.DynamoDbServers;
import io.httpcached.suite.backend.MemcachedServers;
import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.RealServer;
import io.httpcached.suite.backend.RedisServers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The backends that nodes on several machines can share. They have long timeouts because the machine may be busy; other
 * tests cover the timeouts.
 */
enum SharedBackend {
    REDIS,
    MEMCACHED,
    DYNAMODB;

    /** Returns a store over the server that all tests share. */
    CacheStore open(OpenStores stores) {
        return open(stores, server());
    }

    /** Returns a store over the given server. */
    CacheStore open(OpenStores stores, RealServer server) {
        return stores.open(storeName(), properties(server));
    }

    /** Returns the name that selects the backend in the configuration. */
    String storeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the server that all tests share. */
    RealServer server() {
        return switch (this) {
            case REDIS -> RedisServers.shared();
            case MEMCACHED -> MemcachedServers.shared();
            case DYNAMODB -> DynamoDbServers.shared();
        };
    }

    /** Returns the properties of an application that uses a server. */
    Map<String, Object> properties(RealServer server) {
        Map<String, Object> properties = new HashMap<>(
                switch (this) {
                    case REDIS -> RedisServers.properties(server);
                    case MEMCACHED -> MemcachedServers.properties(server);
                    case DYNAMODB -> DynamoDbServers.properties(server, "invalidation-" + UUID.randomUUID());
                });
        properties.putAll(
                switch (this) {
                    case REDIS -> Map.of("http-cache.redis.command-timeout", "20s");
                    case MEMCACHED -> Map.of("http-cache.memcached.request-timeout", "20s");
                    case DYNAMODB ->
                        Map.of("http-cache.dynamodb.request-timeout", "20s", "http-cache.dynamodb.create-table", true);
                });
        return properties;
    }
}
