package io.httpcached.suite.backend;

import io.lettuce.core.AbstractRedisClient;
import io.micronaut.context.event.BeanDestroyedEvent;
import io.micronaut.context.event.BeanDestroyedEventListener;
import jakarta.inject.Singleton;

/**
 * Stops the threads of Redis clients. micronaut-redis leaves them running until the JVM ends, but these tests start
 * many applications in one JVM.
 */
@Singleton
final class LettuceResources implements BeanDestroyedEventListener<AbstractRedisClient> {

    @Override
    public void onDestroyed(BeanDestroyedEvent<AbstractRedisClient> event) {
        var unused = event.getBean().getResources().shutdown();
    }
}
