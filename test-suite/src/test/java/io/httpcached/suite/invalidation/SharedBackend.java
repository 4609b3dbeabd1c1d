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
 * Backends that nodes on several machines can share. They are given much time: the machine may be busy, and that operations
 * end in time is another test's business.
 */
enum SharedBackend {
    REDIS,
    MEMCACHED,
    DYNAMODB;

    /** {@return the store of the server that all tests share} */
    CacheStore open(OpenStores stores) {
        return open(stores, server());
    }

    /** {@return the store of a server} */
    CacheStore open(OpenStores stores, RealServer server) {
        return stores.open(storeName(), properties(server));
    }

    /** {@return the name by which an application chooses the backend} */
    String storeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return a server that all tests share} */
    RealServer server() {
        return switch (this) {
            case REDIS -> RedisServers.shared();
            case MEMCACHED -> MemcachedServers.shared();
            case DYNAMODB -> DynamoDbServers.shared();
        };
    }

    /** {@return what an application configures to use a server} */
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
