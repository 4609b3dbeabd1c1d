package io.httpcached.cachetck;

import io.micronaut.cache.tck.AbstractSyncCacheSpec;
import io.micronaut.context.ApplicationContext;
import org.spockframework.runtime.model.SpecMetadata;

/** What micronaut-cache demands of synchronous caches, with results in Redis. */
@SpecMetadata(filename = "SyncCacheInRedisTest.java", line = 1)
public class SyncCacheInRedisTest extends AbstractSyncCacheSpec {

    @Override
    public ApplicationContext createApplicationContext() {
        return Caches.inRedis();
    }
}
