package io.httpcached.cachetck;

import io.micronaut.cache.tck.AbstractAsyncCacheSpec;
import io.micronaut.context.ApplicationContext;
import org.spockframework.runtime.model.SpecMetadata;

/** What micronaut-cache demands of asynchronous caches, with results in memory. */
@SpecMetadata(filename = "AsyncCacheInMemoryTest.java", line = 1)
public class AsyncCacheInMemoryTest extends AbstractAsyncCacheSpec {

    @Override
    public ApplicationContext createApplicationContext() {
        return Caches.inMemory();
    }
}
