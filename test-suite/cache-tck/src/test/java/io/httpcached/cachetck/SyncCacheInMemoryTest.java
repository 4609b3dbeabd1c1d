package io.httpcached.cachetck;

import io.micronaut.cache.tck.AbstractSyncCacheSpec;
import io.micronaut.context.ApplicationContext;
import org.spockframework.runtime.model.SpecMetadata;

/** What micronaut-cache demands of synchronous caches, with results in memory. */
@SpecMetadata(filename = "SyncCacheInMemoryTest.java", line = 1)
public class SyncCacheInMemoryTest extends AbstractSyncCacheSpec {

    @Override
    public ApplicationContext createApplicationContext() {
        return Caches.inMemory();
    }
}
