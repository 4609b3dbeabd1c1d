package io.httpcached.suite.backend;

import io.httpcached.store.CacheStore;
import io.httpcached.store.tck.CacheStoreContract;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisStoreTest extends CacheStoreContract {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Override
    protected CacheStore open() {
        RealServer redis = RedisServers.shared();
        return stores.open("redis", Map.of("redis.uri", "redis://" + redis.host() + ":" + redis.port()));
    }
}
