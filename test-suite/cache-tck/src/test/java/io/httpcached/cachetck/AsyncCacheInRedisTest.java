package io.httpcached.cachetck;

import io.micronaut.cache.tck.AbstractAsyncCacheSpec;
import io.micronaut.context.ApplicationContext;
import org.spockframework.runtime.model.SpecMetadata;

/** What micronaut-cache demands of asynchronous caches, with results in Redis. */
@SpecMetadata(filename = "AsyncCacheInRedisTest.java", line = 1)
public class AsyncCacheInRedisTest extends AbstractAsyncCacheSpec {

    @Override
    public ApplicationContext createApplicationContext() {
        return Caches.inRedis();
    }
}
