package io.httpcached.suite.backend;

import io.httpcached.store.CacheStore;
import io.httpcached.store.tck.CacheStoreContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init") // JUnit starts the cluster before all else.
class RedisClusterStoreTest extends CacheStoreContract {

    private static RedisCluster cluster;

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @BeforeAll
    static void startCluster() {
        cluster = RedisCluster.start();
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @Override
    protected CacheStore open() {
        return stores.open("redis", Map.of("redis.uris", cluster.uris()));
    }
}
